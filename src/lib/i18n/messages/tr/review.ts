import competences from './competences.json';
import move from './move.json';
import review from './review.json';
import way from './way.json';

/** What stays of finished lessons: "Mein Lernen", its way to another device, and "Auffrischen". Loaded where something is finished. */
export default { competences, move, review, way };
