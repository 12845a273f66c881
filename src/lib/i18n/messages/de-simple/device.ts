import downloads from './downloads.json';
import errors from './errors.json';
import saved from './saved.json';
import sync from './sync.json';

/** What is said about this device: what is on it, what is saved, what is sent. */
export default { downloads, errors, saved, sync };
