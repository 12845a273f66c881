import common from './common.json';
import downloads from './downloads.json';
import errors from './errors.json';
import learning from './learning.json';
import practice from './practice.json';
import saved from './saved.json';
import sync from './sync.json';

/** What every page needs. */
export default { common, downloads, errors, learning, practice, saved, sync };
