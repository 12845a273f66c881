/** Where a device remembers what somebody ticked in their lessons; named in the register of stored things (privacy notice). */
export const tickedKey = 'digitaltreff.ticked';
