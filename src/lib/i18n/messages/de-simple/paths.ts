import familyDoor from './family-door.json';
import paths from './paths.json';
import shelf from './shelf.json';

/** The shelf of courses and "Womit fangen wir an?": loaded where courses and wishes are chosen. */
export default { 'family-door': familyDoor, paths, shelf };
