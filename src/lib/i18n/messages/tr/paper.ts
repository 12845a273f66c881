import paper from './paper.json';

/** A page on paper and its address for others: loaded when somebody asks for it. */
export default { paper };
