import answering from './answering.json';
import helping from './helping.json';
import notes from './notes.json';
import tandem from './tandem.json';
import unclear from './unclear.json';

/** What a lesson says once it can be used: around its help, notes, answers that are not chosen, and learning by two. */
export default { answering, helping, notes, tandem, unclear };
