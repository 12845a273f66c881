import type { Component, Snippet } from 'svelte';
import type { PracticeGroup } from '$lib/i18n/messages';
import type { HelpMode, Outcome } from './contract';

/** What every screen takes. */
export interface ScreenProps {
  params: unknown;
  seed: number;
  helpMode: HelpMode | undefined;
  ondone: (outcome: Outcome) => void;
  /** The step's heading and sentences. */
  words: Snippet | undefined;
}

type Bring = () => Promise<{ default: Component<ScreenProps> }>;

/** The touch trainer has a screen for each of its modes: a map is heavy, and most scenes have none. */
const tapScreen: Bring = () => import('./touch/TapScreen.svelte');
const touchScreens = new Map<unknown, Bring>([
  ['scroll', () => import('./touch/ScrollScreen.svelte')],
  ['zoom', () => import('./touch/ZoomScreen.svelte')],
  ['apps', () => import('./touch/AppsScreen.svelte')]
]);

/** The screens of the kinds in kinds.ts, each fetched when a scene needs it. */
export const screens: Readonly<Record<string, (params: unknown) => ReturnType<Bring>>> = {
  agreement: () => import('./agreement/Screen.svelte'),
  bank: () => import('./bank/Screen.svelte'),
  blocks: () => import('./blocks/Screen.svelte'),
  call: () => import('./call/Screen.svelte'),
  chat: () => import('./chat/Screen.svelte'),
  consent: () => import('./consent/Screen.svelte'),
  form: () => import('./form/Screen.svelte'),
  inbox: () => import('./inbox/Screen.svelte'),
  keyboard: () => import('./keyboard/Screen.svelte'),
  lootbox: () => import('./lootbox/Screen.svelte'),
  parental: () => import('./parental/Screen.svelte'),
  photo: () => import('./photo/Screen.svelte'),
  qr: () => import('./qr/Screen.svelte'),
  search: () => import('./search/Screen.svelte'),
  sensor: () => import('./sensor/Screen.svelte'),
  settings: () => import('./settings/Screen.svelte'),
  shop: () => import('./shop/Screen.svelte'),
  timeplan: () => import('./timeplan/Screen.svelte'),
  // A mode that there is not breaks at its start, as any other scene that does not fit.
  touch: (params) => (touchScreens.get(Object(params).mode) ?? tapScreen)()
};

/** The messages of a kind that has its own; the others' stand in the area `practice`. */
export const messagesOf: Readonly<Record<string, PracticeGroup>> = {
  agreement: 'practice-agreement',
  bank: 'practice-bank',
  blocks: 'practice-blocks',
  call: 'practice-call',
  chat: 'practice-chat',
  consent: 'practice-consent',
  form: 'practice-form',
  inbox: 'practice-inbox',
  lootbox: 'practice-lootbox',
  parental: 'practice-parental',
  photo: 'practice-photo',
  qr: 'practice-qr',
  search: 'practice-search',
  sensor: 'practice-sensor',
  shop: 'practice-shop',
  timeplan: 'practice-timeplan'
};
