import type { HelpMode } from './contract.ts';

/** A practice as the examples page shows it. */
export interface PracticeExample {
  /** Stands in the address of its page. */
  name: string;
  kind: string;
  scene: string;
  helpMode?: HelpMode;
  dir?: 'rtl';
}

const plain = (kind: string, scene: string): PracticeExample => ({ name: `${kind}-${scene}`, kind, scene });

/** Every scene once, and the states that need a look of their own. */
export const examples: readonly PracticeExample[] = [
  plain('touch', 'tiles-easy'),
  plain('touch', 'tiles-small'),
  plain('touch', 'list-find'),
  plain('touch', 'map-zoom'),
  plain('touch', 'apps-open'),
  plain('touch', 'apps-close'),
  plain('settings', 'look-around'),
  plain('settings', 'text-larger'),
  plain('settings', 'brighter-louder'),
  plain('settings', 'wifi-connect'),
  plain('keyboard', 'first-sentence'),
  plain('bank', 'birthday-money'),
  plain('bank', 'plumber-bill'),
  plain('bank', 'helpful-caller'),
  plain('call', 'grandson-calls'),
  plain('call', 'choir-meeting'),
  plain('call', 'balcony-light'),
  plain('shop', 'lamp-bargain'),
  plain('shop', 'jam-shop'),
  plain('shop', 'garden-bench'),
  plain('chat', 'walk-group'),
  plain('chat', 'new-number'),
  plain('chat', 'warm-stranger'),
  { name: 'touch-guided', kind: 'touch', scene: 'tiles-small', helpMode: 'guided' },
  { name: 'settings-guided', kind: 'settings', scene: 'wifi-connect', helpMode: 'guided' },
  { name: 'touch-right-to-left', kind: 'touch', scene: 'apps-open', dir: 'rtl' },
  { name: 'settings-right-to-left', kind: 'settings', scene: 'text-larger', dir: 'rtl' },
  { name: 'bank-right-to-left', kind: 'bank', scene: 'birthday-money', dir: 'rtl' },
  { name: 'call-right-to-left', kind: 'call', scene: 'grandson-calls', dir: 'rtl' },
  { name: 'shop-right-to-left', kind: 'shop', scene: 'lamp-bargain', dir: 'rtl' },
  { name: 'chat-right-to-left', kind: 'chat', scene: 'walk-group', dir: 'rtl' },
  { name: 'keyboard-right-to-left', kind: 'keyboard', scene: 'first-sentence', dir: 'rtl' }
];
