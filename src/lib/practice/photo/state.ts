import { untold } from '../telling.ts';
import { undoable, type Undoable } from '../undo.ts';
import { isCutRight, uncut, type Cut, type Side } from './crop.ts';
import type { Goal, Person, Photo, PhotoParams } from './photos.ts';

export type Panel = 'crop' | 'album' | 'share';

export type PhotoAction =
  | { type: 'place'; to: 'photos' | 'bin' }
  | { type: 'open'; photo: string }
  | { type: 'panel'; to: Panel }
  | { type: 'back' }
  | { type: 'turn'; to: 'left' | 'right' }
  | { type: 'cut'; side: Side; by: 1 | -1 }
  | { type: 'file'; album: string }
  | { type: 'bin' }
  | { type: 'restore'; photo: string }
  | { type: 'ask'; person: string }
  | { type: 'cover'; person: string }
  | { type: 'share' }
  | { type: 'undo' };

export interface PhotoNow {
  place: 'photos' | 'bin';
  open: string | undefined;
  panel: Panel | undefined;
  /** Quarter turns to the right. */
  turned: Readonly<Record<string, number>>;
  cut: Readonly<Record<string, Cut>>;
  filed: Readonly<Record<string, string>>;
  binned: readonly string[];
  /** People who were asked, and people whose face is covered; each as "photo/person". */
  asked: readonly string[];
  covered: readonly string[];
  shared: readonly string[];
}

export interface PhotoState extends Undoable<PhotoNow> {
  params: PhotoParams;
  /** Goals reached stay reached, whatever is taken back. */
  reached: number;
}

export const start = (params: PhotoParams): PhotoState => ({
  ...untold(params.help),
  params,
  reached: 0,
  ...undoable<PhotoNow>({
    place: 'photos',
    open: undefined,
    panel: undefined,
    turned: Object.fromEntries(params.photos.map(({ id, turned }) => [id, turned])),
    cut: {},
    filed: {},
    binned: params.photos.filter(({ binned }) => binned).map(({ id }) => id),
    asked: [],
    covered: [],
    shared: []
  })
});

export const photoAt = ({ params }: PhotoState, id: string | undefined): Photo | undefined =>
  params.photos.find((one) => one.id === id);

export const openPhoto = (state: PhotoState): Photo | undefined => photoAt(state, state.now.open);

export const nameOf = ({ params }: PhotoState, id: string): string => params.texts.labels[id] ?? id;

export const cutOf = ({ now }: PhotoState, photo: string): Cut => now.cut[photo] ?? uncut;

export const turnOf = ({ now }: PhotoState, photo: string): number => now.turned[photo] ?? 0;

export const isBinned = ({ now }: PhotoState, photo: string): boolean => now.binned.includes(photo);

/** The photos that lie where somebody is. */
export const photosHere = (state: PhotoState): Photo[] =>
  state.params.photos.filter(({ id }) => isBinned(state, id) === (state.now.place === 'bin'));

/** Somebody on a photo, as `asked` and `covered` have it. */
export const onPhoto = (photo: string, person: string): string => `${photo}/${person}`;

/** The first person on a photo without whose consent it can't be shared. */
export const unasked = ({ now }: PhotoState, photo: Photo): Person | undefined =>
  photo.people.find(({ id, agrees }) => {
    const name = onPhoto(photo.id, id);
    return !now.covered.includes(name) && !(agrees && now.asked.includes(name));
  });

export function isMet(state: PhotoState, goal: Goal): boolean {
  const { now } = state;
  switch (goal.do) {
    case 'turn':
      return turnOf(state, goal.photo) === 0;
    case 'crop': {
      const photo = photoAt(state, goal.photo);
      return photo !== undefined && isCutRight(photo, goal, cutOf(state, goal.photo));
    }
    case 'file':
      return now.filed[goal.photo] === goal.album;
    case 'bin':
      return isBinned(state, goal.photo);
    case 'restore':
      return !isBinned(state, goal.photo);
    case 'share':
      return goal.photos.some((photo) => now.shared.includes(photo));
  }
}
