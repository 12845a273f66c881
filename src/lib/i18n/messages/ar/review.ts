import review from './review.json';

/** "Auffrischen": loaded where something comes back. */
export default { review };
