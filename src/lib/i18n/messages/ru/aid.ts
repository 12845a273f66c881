import aid from './aid.json';

/** What is said around the help for parents and the cards about games. */
export default { aid };
