/** Lets whatever came meanwhile go first. */
const nextTurn = () => new Promise<void>((done) => setImmediate(done));
const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

let last: Promise<unknown> = Promise.resolve();

/**
 * Does a piece of work that takes milliseconds, in which nobody else is served. There is one such piece at a time, of all
 * requests, and after each the server is left to others for as long as it took: who brings much waits for it himself.
 */
function heavy<T>(work: () => T | Promise<T>): Promise<T> {
  const done = last.then(nextTurn).then(async () => {
    const from = performance.now();
    const result = await work();
    return { result, tookMs: performance.now() - from };
  });
  last = done.then(
    ({ tookMs }) => pause(tookMs),
    () => undefined
  );
  return done.then(({ result }) => result);
}

/** Does work of a request: at once, or as one of the heavy pieces. */
export type Piece = <T>(work: () => T | Promise<T>) => Promise<T>;

/** How the work of a request is done that has so much of something, where so much of it is still light. */
export function piecesOf(size: number, light: number): Piece {
  return size <= light ? async (work) => work() : heavy;
}

/** The same list in parts of at most so many entries; one empty part, if it is empty. */
export function inParts<T>(list: readonly T[], most: number): (readonly T[])[] {
  const count = Math.max(1, Math.ceil(list.length / most));
  return Array.from({ length: count }, (_, at) => list.slice(at * most, (at + 1) * most));
}
