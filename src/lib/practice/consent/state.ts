import { untold } from '../telling.ts';
import { undoable, type Undoable } from '../undo.ts';
import type { ConsentParams, Round, RoundWords } from './rounds.ts';

export type ConsentAction =
  | { type: 'accept' }
  | { type: 'deny' }
  | { type: 'settings' }
  | { type: 'back' }
  | { type: 'toggle'; purpose: string }
  | { type: 'save' }
  | { type: 'allow' }
  | { type: 'refuse' }
  | { type: 'next' }
  | { type: 'undo' };

/** Where somebody is in a round: before the banner, at the switches, asked by a dialog, or through. */
export type Layer = 'banner' | 'settings' | 'dialogs' | 'closed';

export interface ConsentNow {
  round: number;
  layer: Layer;
  /** The purposes that are on. */
  on: readonly string[];
  /** The purpose that a dialog asks for. */
  asked: number;
}

export interface ConsentState extends Undoable<ConsentNow> {
  params: ConsentParams;
}

/** A round with its words. */
export interface Current {
  round: Round;
  words: RoundWords;
}

const firstLayer = { cookie: 'banner', dialogs: 'dialogs', list: 'settings' } as const;

const isLocked = ({ screen }: Round, needed: boolean): boolean => screen === 'cookie' && needed;

/** A round as it stands before anybody touches it. */
export function opening({ rounds }: ConsentParams, index: number): ConsentNow {
  const round = rounds[index];
  const on = round?.purposes.filter((one) => one.on || isLocked(round, one.needed)).map(({ id }) => id) ?? [];
  return { round: index, layer: round ? firstLayer[round.screen] : 'closed', on, asked: 0 };
}

export const start = (params: ConsentParams): ConsentState => ({
  ...untold(params.help),
  params,
  ...undoable(opening(params, 0))
});

/** The round that is open now. The schema holds that there is one, with words. */
export function currentOf({ params, now }: ConsentState): Current {
  const round = params.rounds[now.round];
  const words = round && params.texts.rounds[round.id];
  if (!words) throw new Error(`Round ${now.round} has no words.`);
  return { round, words };
}

export const neededIn = ({ purposes }: Round): string[] => purposes.filter(({ needed }) => needed).map(({ id }) => id);

/** A switch of a banner that stays on, because the page can't work without it. */
export const staysOn = (round: Round, purpose: string): boolean =>
  round.purposes.some(({ id, needed }) => id === purpose && isLocked(round, needed));

/** The first purpose that is on without need, and the first that is needed and off. */
export function wrongIn({ purposes }: Round, on: readonly string[]): { extra?: string; missing?: string } {
  const extra = purposes.find(({ id, needed }) => !needed && on.includes(id))?.id;
  const missing = purposes.find(({ id, needed }) => needed && !on.includes(id))?.id;
  return { ...(extra !== undefined && { extra }), ...(missing !== undefined && { missing }) };
}

/** Whether the open round is left with no more on than it needs. */
export function isThrough(state: ConsentState): boolean {
  const { layer, on } = state.now;
  const { extra, missing } = wrongIn(currentOf(state).round, on);
  return layer === 'closed' && extra === undefined && missing === undefined;
}

/** Whether "no" can be tapped on the banner itself. */
export const showsDeny = ({ dark }: Round): boolean => dark !== 'hidden';

export const hasNext = ({ params, now }: ConsentState): boolean => now.round + 1 < params.rounds.length;
