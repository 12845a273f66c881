/** What is answered within a time; nothing where it fails or takes longer. */
export function within<Answer>(patienceMs: number, answer: Promise<Answer>): Promise<Answer | undefined> {
  return new Promise((settle) => {
    const timer = setTimeout(() => settle(undefined), patienceMs);
    const end = (value: Answer | undefined) => {
      clearTimeout(timer);
      settle(value);
    };
    answer.then(end, () => end(undefined));
  });
}
