import answering from './answering.json';

/** What comes with the first step that is answered otherwise than by choosing. */
export default { answering };
