import familyDoor from './family-door.json';
import paths from './paths.json';

/** "Womit fangen wir an?": loaded where wishes are chosen. */
export default { 'family-door': familyDoor, paths };
