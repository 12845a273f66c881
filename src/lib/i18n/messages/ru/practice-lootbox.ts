import lootbox from './practice-lootbox.json';

/** What the kind of practice "lootbox" says. */
export default { 'practice-lootbox': lootbox };
