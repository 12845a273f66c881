import competences from './competences.json';
import move from './move.json';
import way from './way.json';

/** "Mein Lernen": what somebody can and did, on the screen and on paper, and how it comes to another device. */
export default { competences, move, way };
