import { untold } from '../telling.ts';
import { undoable, type Undoable } from '../undo.ts';
import type { Poster, QrParams } from './posters.ts';

export type QrAction =
  /** Holds the pretend camera over the code: its address shows. */
  | { type: 'scan' }
  | { type: 'spell' }
  /** Looks closer at the poster. */
  | { type: 'closer' }
  | { type: 'open' }
  | { type: 'leave' }
  | { type: 'undo' };

interface Now {
  /** The poster that is looked at; the number of posters when all are decided. */
  poster: number;
  scanned: boolean;
  closer: boolean;
}

export interface QrState extends Undoable<Now> {
  params: QrParams;
}

/** The first poster. */
export const start = (params: QrParams): QrState => ({
  ...untold(params.help),
  params,
  ...undoable({ poster: 0, scanned: false, closer: false })
});

export const posterOf = ({ params, now }: QrState): Poster | undefined => params.posters[now.poster];
