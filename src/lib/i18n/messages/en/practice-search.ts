import search from './practice-search.json';

/** What the practice with a search says; it comes with that practice alone. */
export default { 'practice-search': search };
