import consent from './practice-consent.json';

/** What the practice with banners and permissions says; it comes with that practice alone. */
export default { 'practice-consent': consent };
