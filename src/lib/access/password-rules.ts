/** The shortest password, in characters as people count them. There is no other rule (NIST SP 800-63B, 3.1.1). */
const shortestPassword = 10;

/** The password as it is hashed: the same keys give the same text on every device (NFKC, RFC 8265). */
export function normalPassword(password: string): string {
  return password.normalize('NFKC');
}

/** What keeps a new password from being taken, if anything. */
export function passwordProblem(password: string): 'too-short' | undefined {
  return [...normalPassword(password)].length < shortestPassword ? 'too-short' : undefined;
}
