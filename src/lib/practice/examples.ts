import type { HelpMode } from './contract.ts';

/** A practice as the examples page shows it. */
export interface PracticeExample {
  /** Stands in the address of its page. */
  name: string;
  kind: string;
  scene: string;
  helpMode?: HelpMode;
  dir?: 'rtl';
  /** `npm run test:axe` looks at it, `npm test` does not: what it is made of is looked at in another example. */
  further?: true;
}

const plain = (kind: string, scene: string): PracticeExample => ({ name: `${kind}-${scene}`, kind, scene });
const further = (kind: string, scene: string): PracticeExample => ({ ...plain(kind, scene), further: true });
const rightToLeft = (kind: string, scene: string): PracticeExample => ({
  ...further(kind, scene),
  name: `${kind}-right-to-left`,
  dir: 'rtl'
});

/** Every scene once, and the states that need a look of their own. */
export const examples: readonly PracticeExample[] = [
  plain('touch', 'tiles-easy'),
  further('touch', 'tiles-small'),
  further('touch', 'list-find'),
  plain('touch', 'map-zoom'),
  further('touch', 'apps-open'),
  plain('touch', 'apps-close'),
  further('settings', 'look-around'),
  further('settings', 'text-larger'),
  further('settings', 'brighter-louder'),
  plain('settings', 'wifi-connect'),
  plain('keyboard', 'first-sentence'),
  further('keyboard', 'garden-note'),
  further('keyboard', 'strong-password'),
  plain('bank', 'helpful-caller'),
  further('bank', 'birthday-money'),
  further('bank', 'plumber-bill'),
  further('call', 'choir-meeting'),
  further('call', 'grandson-calls'),
  further('call', 'balcony-light'),
  further('chat', 'walk-group'),
  further('chat', 'new-number'),
  further('chat', 'warm-stranger'),
  further('qr', 'town-walk'),
  further('qr', 'cafe-and-car-park'),
  further('qr', 'three-letters'),
  further('lootbox', 'golden-snail'),
  further('lootbox', 'football-cards'),
  further('lootbox', 'coin-bags'),
  further('parental', 'rocket-pc'),
  further('parental', 'first-console'),
  further('parental', 'phone-for-ten'),
  further('agreement', 'too-many-rules'),
  further('agreement', 'first-tablet'),
  further('agreement', 'phone-at-table'),
  further('timeplan', 'school-week'),
  further('timeplan', 'weekend'),
  further('timeplan', 'busy-week'),
  plain('sensor', 'loud-street'),
  further('sensor', 'garden-day'),
  further('sensor', 'stuck-in-cellar'),
  plain('inbox', 'parcel-waits'),
  further('inbox', 'cake-and-millions'),
  further('inbox', 'look-twice'),
  further('inbox', 'cake-invitation'),
  further('consent', 'hidden-no'),
  further('consent', 'garden-page'),
  further('consent', 'greedy-apps'),
  further('search', 'bridge-closed'),
  further('search', 'new-id-card'),
  further('search', 'walking-boots'),
  further('search', 'train-to-the-lake'),
  further('form', 'town-hall-date'),
  further('form', 'library-card'),
  further('form', 'concert-tickets'),
  plain('photo', 'ask-first'),
  further('photo', 'crooked-boat'),
  further('photo', 'tidy-up'),
  further('shop', 'garden-bench'),
  further('shop', 'lamp-bargain'),
  further('shop', 'jam-shop'),
  { name: 'touch-guided', kind: 'touch', scene: 'tiles-small', helpMode: 'guided' },
  { name: 'settings-guided', kind: 'settings', scene: 'wifi-connect', helpMode: 'guided' },
  { name: 'touch-right-to-left', kind: 'touch', scene: 'apps-open', dir: 'rtl' },
  rightToLeft('settings', 'text-larger'),
  rightToLeft('keyboard', 'first-sentence'),
  rightToLeft('bank', 'birthday-money'),
  rightToLeft('call', 'choir-meeting'),
  rightToLeft('chat', 'walk-group'),
  rightToLeft('qr', 'town-walk'),
  rightToLeft('lootbox', 'golden-snail'),
  rightToLeft('parental', 'rocket-pc'),
  rightToLeft('agreement', 'too-many-rules'),
  rightToLeft('timeplan', 'school-week'),
  rightToLeft('sensor', 'loud-street'),
  rightToLeft('inbox', 'parcel-waits'),
  rightToLeft('consent', 'hidden-no'),
  rightToLeft('search', 'bridge-closed'),
  rightToLeft('form', 'town-hall-date'),
  rightToLeft('photo', 'ask-first'),
  rightToLeft('shop', 'lamp-bargain')
];
