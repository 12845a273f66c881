import helping from './helping.json';

/** What comes with the first "Hilfe" in a lesson. */
export default { helping };
