import shop from './practice-shop.json';

/** What the kind of practice "shop" says. */
export default { 'practice-shop': shop };
