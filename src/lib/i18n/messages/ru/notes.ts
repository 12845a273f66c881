import notes from './notes.json';

/** Own notes and questions at a step: loaded with the first of them. */
export default { notes };
