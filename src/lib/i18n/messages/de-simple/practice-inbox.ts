import inbox from './practice-inbox.json';

/** What the practice with e-mails says; it comes with that practice alone. */
export default { 'practice-inbox': inbox };
