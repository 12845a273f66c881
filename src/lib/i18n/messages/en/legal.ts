import legal from './legal.json';

/** What the pages say that the law asks for, and the report of a barrier. */
export default { legal };
