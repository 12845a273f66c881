import familyDoor from './family-door.json';
import shelf from './shelf.json';

/** The shelf of courses. Paths lead through lessons that this language lacks. */
export default { 'family-door': familyDoor, shelf };
