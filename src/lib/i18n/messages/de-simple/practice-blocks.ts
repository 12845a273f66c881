import blocks from './practice-blocks.json';

/** What the kind of practice "blocks" says. */
export default { 'practice-blocks': blocks };
