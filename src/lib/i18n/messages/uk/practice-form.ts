import form from './practice-form.json';

/** What the practice with an online form says; it comes with that practice alone. */
export default { 'practice-form': form };
