import common from './common.json';
import learning from './learning.json';

/** What every page needs, before it can be used. */
export default { common, learning };
