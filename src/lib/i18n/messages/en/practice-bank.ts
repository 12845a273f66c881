import bank from './practice-bank.json';

/** What the kind of practice "bank" says. */
export default { 'practice-bank': bank };
