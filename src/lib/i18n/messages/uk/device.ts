import downloads from './downloads.json';
import errors from './errors.json';
import familyDoor from './family-door.json';
import saved from './saved.json';
import sync from './sync.json';

/** What is said about this device: what is on it, what is saved, what is sent; and the way to what a family keeps on it. */
export default { downloads, errors, 'family-door': familyDoor, saved, sync };
