import guides from './guides.json';
import search from './search.json';

/** What comes with the search, with the page of all words and with the steps for people's own devices. */
export default { guides, search };
