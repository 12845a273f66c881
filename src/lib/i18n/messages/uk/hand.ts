import hand from './hand.json';

/** What a club tablet needs to raise a hand and to be asked to open something. */
export default { hand };
