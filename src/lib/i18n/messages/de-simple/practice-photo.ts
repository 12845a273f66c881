import photo from './practice-photo.json';

/** What the practice with photos says; it comes with that practice alone. */
export default { 'practice-photo': photo };
