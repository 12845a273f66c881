/** What code cannot know by itself: the time and chance. Handed in, so that tests decide both. */
export interface World {
  /** UTC milliseconds */
  readonly now: () => number;
  /** that many unpredictable bytes */
  readonly random: (bytes: number) => Uint8Array;
}

/** The real one, the same in browsers (on insecure addresses too) and on the server. */
export const world: World = {
  now: () => Date.now(),
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes))
};
