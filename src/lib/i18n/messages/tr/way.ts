import competences from './competences.json';
import way from './way.json';

/** "Mein Lernen": what somebody can and did, on the screen and on paper. */
export default { competences, way };
