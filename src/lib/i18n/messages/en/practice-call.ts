import call from './practice-call.json';

/** What the kind of practice "call" says. */
export default { 'practice-call': call };
