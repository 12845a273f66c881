import type { Control, HelpAction, Rules, Saying, SayingKey } from '../contract.ts';
import { controlsOf, follow, forward, helpWith, miss, say, verdictOf } from '../telling.ts';
import { did, undo } from '../undo.ts';
import { again, info } from '../saying.ts';
import { columns, leftOf, rows, type Side } from './crop.ts';
import { control, guide, lines } from './guide.ts';
import { paramsSchema, photosOf, type Photo, type PhotoParams } from './photos.ts';
import {
  cutOf,
  isBinned,
  isMet,
  nameOf,
  onPhoto,
  openPhoto,
  photoAt,
  start,
  turnOf,
  unasked,
  type Panel,
  type PhotoAction,
  type PhotoNow,
  type PhotoState
} from './state.ts';

export { paramsSchema };

function reduce(state: PhotoState, action: PhotoAction | HelpAction): PhotoState {
  switch (action.type) {
    case 'help':
      return helpWith(state, guide(state));
    case 'undo': {
      const before = undo(state);
      // What is taken back may meet the open goal.
      return before ? told(before, info('practice.undone')) : say(state, info('practice.nothingToUndo'));
    }
    case 'back':
      return wentBack(state);
    case 'place':
      return state.now.open === undefined && state.now.place !== action.to
        ? say(
            did(state, { place: action.to }),
            info(action.to === 'bin' ? 'practice-photo.inBin' : 'practice-photo.inPhotos')
          )
        : state;
    case 'open':
      return opened(state, action.photo);
    case 'restore':
      return restored(state, action.photo);
    default: {
      const photo = openPhoto(state);
      return photo ? worked(state, photo, action) : state;
    }
  }
}

function wentBack(state: PhotoState): PhotoState {
  const { panel, open, place } = state.now;
  if (panel !== undefined) return say(did(state, { panel: undefined }), info('practice-photo.atPhoto'));
  if (open !== undefined) return say(did(state, { open: undefined }), info('practice-photo.inPhotos'));
  return place === 'bin' ? say(did(state, { place: 'photos' }), info('practice-photo.inPhotos')) : state;
}

function opened(state: PhotoState, id: string): PhotoState {
  const { open, place } = state.now;
  if (!photoAt(state, id) || open !== undefined || place === 'bin' || isBinned(state, id)) return state;
  return say(did(state, { open: id }), info('practice-photo.opened', { name: nameOf(state, id) }));
}

function restored(state: PhotoState, id: string): PhotoState {
  if (state.now.place !== 'bin' || !isBinned(state, id)) return state;
  const next = did(state, { binned: state.now.binned.filter((one) => one !== id) });
  return told(next, info('practice-photo.restored', { name: nameOf(state, id) }));
}

type PhotoWork = Extract<PhotoAction, { type: 'panel' | 'turn' | 'cut' | 'file' | 'bin' | 'ask' | 'cover' | 'share' }>;

/** Where each thing is done: in its panel, or at the photo itself. */
const panelOf: Readonly<Record<PhotoWork['type'], Panel | undefined>> = {
  panel: undefined,
  turn: undefined,
  bin: undefined,
  cut: 'crop',
  file: 'album',
  ask: 'share',
  cover: 'share',
  share: 'share'
};

/** What can be done with the open photo: by its keys, or in the panel that is open. */
function worked(state: PhotoState, photo: Photo, action: PhotoWork): PhotoState {
  if (panelOf[action.type] !== state.now.panel) return state;
  switch (action.type) {
    case 'panel':
      return shown(state, action.to);
    case 'turn':
      return turned(state, photo, action.to === 'right' ? 1 : 3);
    case 'bin':
      return binned(state, photo);
    case 'cut':
      return cut(state, photo, action.side, action.by);
    case 'file':
      return filed(state, photo, action.album);
    case 'ask':
      return asked(state, photo, action.person);
    case 'cover':
      return covered(state, photo, action.person);
    case 'share':
      return shared(state, photo);
  }
}

const panelWords = {
  crop: 'practice-photo.cropping',
  album: 'practice-photo.filing',
  share: 'practice-photo.sharing'
} as const satisfies Record<Panel, SayingKey>;

const shown = (state: PhotoState, panel: Panel): PhotoState =>
  say(did(state, { panel }), info(panelWords[panel], { who: state.params.texts.sharedWith }));

/** After a change: a step forward for each goal that is met now, otherwise plain words about what happened. */
function told(state: PhotoState, words: Saying): PhotoState {
  const { goals, help } = state.params;
  let { reached } = state;
  for (let next = goals[reached]; next && isMet(state, next); next = goals[reached]) reached += 1;
  return reached === state.reached
    ? say(state, words)
    : forward({ ...state, reached }, help, { ...words, tone: 'good' });
}

/** Whether the open goal is about a photo and about doing this with it. */
const isAsked = (state: PhotoState, photo: Photo, what: string): boolean => {
  const goal = state.params.goals[state.reached];
  return goal !== undefined && goal.do === what && photosOf(goal).includes(photo.id);
};

function turned(state: PhotoState, { id }: Photo, quarters: number): PhotoState {
  const turn = (turnOf(state, id) + quarters) % 4;
  const next = did(state, { turned: { ...state.now.turned, [id]: turn } });
  return told(next, info(turn === 0 ? 'practice-photo.nowUpright' : 'practice-photo.nowTurned'));
}

function cut(state: PhotoState, photo: Photo, side: Side, by: 1 | -1): PhotoState {
  const before = cutOf(state, photo.id);
  const after = { ...before, [side]: before[side] + by };
  if (after[side] < 0) return say(state, info('practice-photo.nothingCut'));
  if (after.left + after.right >= columns || after.top + after.bottom >= rows)
    return say(state, info('practice-photo.smallest'));
  const next = did(state, { cut: { ...state.now.cut, [photo.id]: after } });
  const goal = state.params.goals[state.reached];
  const lost = photo.things.find(
    (thing) =>
      goal?.do === 'crop' &&
      goal.photo === photo.id &&
      goal.keep.includes(thing.id) &&
      by > 0 &&
      leftOf(thing, after) !== 'all'
  );
  if (lost) return miss(next, state.params.help, again('practice-photo.cutTooFar', { name: nameOf(state, lost.id) }));
  return told(next, info(by > 0 ? 'practice-photo.cutNow' : 'practice-photo.uncutNow'));
}

function filed(state: PhotoState, photo: Photo, album: string): PhotoState {
  if (!state.params.albums.includes(album)) return state;
  const next = did(state, { filed: { ...state.now.filed, [photo.id]: album } });
  return told(next, info('practice-photo.filed', { name: nameOf(state, photo.id), album: nameOf(state, album) }));
}

/** What is deleted lies in the bin, and is told so; nobody loses a photo here. */
function binned(state: PhotoState, photo: Photo): PhotoState {
  const next = did(state, { binned: [...state.now.binned, photo.id], open: undefined });
  const words = info('practice-photo.binned', { name: nameOf(state, photo.id) });
  return isAsked(state, photo, 'bin') ? told(next, words) : miss(next, state.params.help, { ...words, tone: 'again' });
}

const withIt = (names: readonly string[], name: string): string[] =>
  names.includes(name) ? [...names] : [...names, name];

function asked(state: PhotoState, photo: Photo, id: string): PhotoState {
  const person = photo.people.find((one) => one.id === id);
  if (!person) return state;
  const next = did(state, { asked: withIt(state.now.asked, onPhoto(photo.id, id)) });
  const values = { name: nameOf(state, id), answer: state.params.texts.says[id] ?? '' };
  return say(next, info(person.agrees ? 'practice-photo.saysYes' : 'practice-photo.saysNo', values));
}

function covered(state: PhotoState, photo: Photo, id: string): PhotoState {
  if (!photo.people.some((one) => one.id === id)) return state;
  const next = did(state, { covered: withIt(state.now.covered, onPhoto(photo.id, id)) });
  return say(next, info('practice-photo.covered', { name: nameOf(state, id) }));
}

function shared(state: PhotoState, photo: Photo): PhotoState {
  const { help, texts } = state.params;
  const person = unasked(state, photo);
  if (person) {
    const name = nameOf(state, person.id);
    const isAnswered = state.now.asked.includes(onPhoto(photo.id, person.id));
    if (isAnswered)
      return miss(state, help, again('practice-photo.saidNo', { name, answer: texts.says[person.id] ?? '' }));
    return miss(state, help, again(person.child ? 'practice-photo.askParents' : 'practice-photo.askFirst', { name }));
  }
  const change: Partial<PhotoNow> = { shared: withIt(state.now.shared, photo.id), panel: undefined };
  const words = info('practice-photo.shared', { name: nameOf(state, photo.id), who: texts.sharedWith });
  return told(did(state, change), words);
}

/** The photo app: turn, cut, sort, delete and get back, and share with the consent of all who are in the picture. */
export const photo: Rules<PhotoParams, PhotoState, PhotoAction> = {
  paramsSchema,
  start,
  reduce,
  guide,
  lines,
  control,
  judge: (state) => verdictOf(state, state.params.texts.asks, state.reached, guide(state)),
  solve: (params) => follow(start(params), guide, reduce)
};

/** The controls that solve a scene, in order. */
export const controls = (params: PhotoParams): Control[] => controlsOf(photo, params);
