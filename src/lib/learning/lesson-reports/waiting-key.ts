/** Where reports of lessons wait for a network; named in the register of stored things (privacy notice). */
export const waitingKey = 'digitaltreff.lessons';
