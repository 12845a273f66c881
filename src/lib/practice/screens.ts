import type { Component, Snippet } from 'svelte';
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

/** The screens of the kinds in kinds.ts, each fetched when it is needed. */
export const screens: Readonly<Record<string, () => Promise<{ default: Component<ScreenProps> }>>> = {
  keyboard: () => import('./keyboard/Screen.svelte'),
  settings: () => import('./settings/Screen.svelte'),
  touch: () => import('./touch/Screen.svelte')
};
