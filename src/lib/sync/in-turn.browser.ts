import { lockName } from './names';

/** How long another tab is waited for: one that was put to sleep, or hangs, must not stop all others. */
const patienceMs = 10_000;

/**
 * Runs an exchange when no other tab exchanges, or has not come to an end for ten seconds. Two at once cost a second
 * way and nothing else: the server takes an event once, and an answer that is taken in twice changes nothing.
 * @param name of another lock, for other work
 */
export async function inTurn<T>(locks: LockManager, work: () => Promise<T>, name = lockName): Promise<T> {
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), patienceMs);
  let hasBegun = false;
  const begin = () => {
    clearTimeout(timer);
    hasBegun = true;
    return work();
  };
  try {
    return await locks.request(name, { signal: waiting.signal }, begin);
  } catch (error) {
    if (hasBegun || !waiting.signal.aborted) throw error;
    return work();
  } finally {
    clearTimeout(timer);
  }
}
