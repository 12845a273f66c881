import paths from './paths.json';

/** "Womit fangen wir an?": loaded where wishes are chosen. */
export default { paths };
