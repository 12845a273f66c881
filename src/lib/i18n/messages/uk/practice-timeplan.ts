import timeplan from './practice-timeplan.json';

/** What the kind of practice "timeplan" says. */
export default { 'practice-timeplan': timeplan };
