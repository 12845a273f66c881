import tandem from './tandem.json';

/** What comes with a lesson that is learned by two. */
export default { tandem };
