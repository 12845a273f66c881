import aloud from './aloud.json';

/** What is said around reading aloud: it comes with the code that reads. */
export default { aloud };
