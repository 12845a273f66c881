import parental from './practice-parental.json';

/** What the kind of practice "parental" says. */
export default { 'practice-parental': parental };
