/** Where reports wait for a network; named in the register of stored things (privacy notice). */
export const waitingKey = 'digitaltreff.guides';
