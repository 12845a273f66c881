/** The middle one. @param {readonly number[]} values @returns {number} */
export function median(values) {
  return quantile(values, 0.5);
}

/** The value that this share of all does not exceed. @param {readonly number[]} values @param {number} share 0…1 @returns {number} */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Does something several times, one after the other. @template T @param {number} times @param {(round: number) => Promise<T>} work @returns {Promise<T[]>} */
export async function several(times, work) {
  const done = [];
  for (let round = 0; round < times; round += 1) done.push(await work(round));
  return done;
}
