import practice from './practice.json';

/** What comes with the first practice. */
export default { practice };
