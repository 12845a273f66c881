import search from './search.json';

/** What comes with the search and with the page of all words. */
export default { search };
