/** What the network answers within a time; nothing where it fails or takes longer. */
export function within(patienceMs: number, answer: Promise<Response>): Promise<Response | undefined> {
  return new Promise((settle) => {
    const timer = setTimeout(() => settle(undefined), patienceMs);
    const end = (value: Response | undefined) => {
      clearTimeout(timer);
      settle(value);
    };
    answer.then(end, () => end(undefined));
  });
}
