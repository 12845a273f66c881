/** How a username is kept and looked up: without blanks around it, in small letters. */
export function normalUsername(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

/** What keeps a new username from being taken, if anything: 2 to 40 letters, digits, dots, dashes. */
export function usernameProblem(typed: string): 'form' | undefined {
  return /^[\p{L}\p{N}][\p{L}\p{N}._-]{1,39}$/u.test(normalUsername(typed)) ? undefined : 'form';
}
