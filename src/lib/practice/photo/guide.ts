import type { Control, Guide, Line, Saying, SayingKey } from '../contract.ts';
import { info } from '../saying.ts';
import { backLine, undoLine } from '../undo.ts';
import { rightCut, sides } from './crop.ts';
import { photosOf, type Goal, type Photo } from './photos.ts';
import {
  cutOf,
  isBinned,
  nameOf,
  onPhoto,
  openPhoto,
  photoAt,
  photosHere,
  turnOf,
  unasked,
  type Panel,
  type PhotoAction,
  type PhotoState
} from './state.ts';

type Move = Guide<PhotoAction>;
type PhotoLine = Line<PhotoAction>;

const move = (action: PhotoAction, key: SayingKey, values?: Saying['values']): Move => ({
  action,
  saying: info(key, values)
});
const back = move({ type: 'back' }, 'practice.guide.back');

/** Which photo the open goal is done with: to share, the one on which everybody agrees. */
function photoFor(state: PhotoState, goal: Goal): Photo | undefined {
  const photos = photosOf(goal).flatMap((id) => photoAt(state, id) ?? []);
  return photos.find(({ people }) => people.every(({ agrees }) => agrees)) ?? photos[0];
}

const panelFor: Partial<Record<Goal['do'], Panel>> = { crop: 'crop', file: 'album', share: 'share' };
const panelGuides = {
  crop: 'practice-photo.guideCrop',
  album: 'practice-photo.guideAlbum',
  share: 'practice-photo.guideShare'
} as const satisfies Record<Panel, SayingKey>;

/** The next right move towards the open goal. */
export function guide(state: PhotoState): Move | undefined {
  const goal = state.params.goals[state.reached];
  const photo = goal && photoFor(state, goal);
  if (!photo) return undefined;
  const { open, panel, place } = state.now;
  const inBin = isBinned(state, photo.id);
  if (open !== undefined && (inBin || open !== photo.id)) return back;
  if (inBin) {
    if (place !== 'bin') return move({ type: 'place', to: 'bin' }, 'practice-photo.guideBin');
    return move({ type: 'restore', photo: photo.id }, 'practice-photo.guideRestore', { name: nameOf(state, photo.id) });
  }
  if (place === 'bin') return back;
  if (open === undefined)
    return move({ type: 'open', photo: photo.id }, 'practice.guide.tap', { name: nameOf(state, photo.id) });
  const wanted = panelFor[goal.do];
  if (panel !== undefined && panel !== wanted) return back;
  if (wanted !== undefined && panel === undefined) return move({ type: 'panel', to: wanted }, panelGuides[wanted]);
  return moveIn(state, goal, photo);
}

function moveIn(state: PhotoState, goal: Goal, photo: Photo): Move {
  switch (goal.do) {
    case 'turn': {
      const to = turnOf(state, photo.id) === 3 ? 'right' : 'left';
      return move({ type: 'turn', to }, to === 'right' ? 'practice-photo.guideRight' : 'practice-photo.guideLeft');
    }
    case 'crop':
      return cutMove(state, goal, photo);
    case 'file':
      return move({ type: 'file', album: goal.album }, 'practice.guide.tap', { name: nameOf(state, goal.album) });
    case 'bin':
    case 'restore':
      return move({ type: 'bin' }, 'practice-photo.guideDelete');
    case 'share': {
      const person = unasked(state, photo);
      if (!person) return move({ type: 'share' }, 'practice-photo.guideSend');
      const { id } = person;
      const name = nameOf(state, id);
      return state.now.asked.includes(onPhoto(photo.id, id))
        ? move({ type: 'cover', person: id }, 'practice-photo.guideCover', { name })
        : move({ type: 'ask', person: id }, 'practice-photo.guideAsk', { name });
    }
  }
}

function cutMove(state: PhotoState, goal: Extract<Goal, { do: 'crop' }>, photo: Photo): Move {
  const now = cutOf(state, photo.id);
  const wanted = rightCut(photo, goal) ?? now;
  // First what was cut too much comes back, so that there is room for the rest.
  const tooMuch = sides.find((side) => now[side] > wanted[side]);
  const side = tooMuch ?? sides.find((one) => now[one] < wanted[one]) ?? 'left';
  return move(
    { type: 'cut', side, by: tooMuch === undefined ? 1 : -1 },
    tooMuch === undefined ? cutGuides[side].more : cutGuides[side].less
  );
}

const cutGuides = {
  left: { more: 'practice-photo.guideCutLeft', less: 'practice-photo.guideUncutLeft' },
  right: { more: 'practice-photo.guideCutRight', less: 'practice-photo.guideUncutRight' },
  top: { more: 'practice-photo.guideCutTop', less: 'practice-photo.guideUncutTop' },
  bottom: { more: 'practice-photo.guideCutBottom', less: 'practice-photo.guideUncutBottom' }
} as const satisfies Record<string, { more: SayingKey; less: SayingKey }>;

/** The words on the keys that cut, and that bring back. */
export const cutWords = {
  left: { more: 'practice-photo.cutLeft', less: 'practice-photo.uncutLeft' },
  right: { more: 'practice-photo.cutRight', less: 'practice-photo.uncutRight' },
  top: { more: 'practice-photo.cutTop', less: 'practice-photo.uncutTop' },
  bottom: { more: 'practice-photo.cutBottom', less: 'practice-photo.uncutBottom' }
} as const satisfies Record<string, { more: SayingKey; less: SayingKey }>;

const key = (id: string, words: SayingKey, action: PhotoAction, values?: Saying['values']): PhotoLine => ({
  id,
  words: info(words, values),
  action
});

/** The pretend album of photos in words. */
export function lines(state: PhotoState): PhotoLine[] {
  const photo = openPhoto(state);
  if (photo) return [...photoLines(state, photo), backLine, undoLine];
  const inBin = state.now.place === 'bin';
  const listed = photosHere(state).map(({ id }): PhotoLine => {
    const name = nameOf(state, id);
    return inBin
      ? key(`restore-${id}`, 'practice-photo.restoreName', { type: 'restore', photo: id }, { name })
      : { id: `open-${id}`, words: name, action: { type: 'open', photo: id } };
  });
  const nothing: PhotoLine[] = listed.length > 0 ? listed : [{ id: 'empty', words: info('practice-photo.empty') }];
  return [
    ...nothing,
    inBin ? backLine : key('place-bin', 'practice-photo.bin', { type: 'place', to: 'bin' }),
    undoLine
  ];
}

function photoLines(state: PhotoState, photo: Photo): PhotoLine[] {
  const about: PhotoLine[] = [
    { id: 'shows', words: state.params.texts.shows[photo.id] ?? photo.id },
    { id: 'turned', words: info(turnWords(state, photo.id)) }
  ];
  switch (state.now.panel) {
    case 'crop':
      return [...about, ...cropLines(state, photo)];
    case 'album':
      return [
        ...about,
        ...state.params.albums.map((album): PhotoLine => ({
          id: `file-${album}`,
          words: nameOf(state, album),
          action: { type: 'file', album }
        }))
      ];
    case 'share':
      return [...about, ...shareLines(state, photo)];
    case undefined:
      return [
        ...about,
        key('turn-left', 'practice-photo.turnLeft', { type: 'turn', to: 'left' }),
        key('turn-right', 'practice-photo.turnRight', { type: 'turn', to: 'right' }),
        key('panel-crop', 'practice-photo.crop', { type: 'panel', to: 'crop' }),
        ...(state.params.albums.length > 0
          ? [key('panel-album', 'practice-photo.album', { type: 'panel', to: 'album' })]
          : []),
        key('panel-share', 'practice-photo.share', { type: 'panel', to: 'share' }),
        key('bin', 'practice-photo.delete', { type: 'bin' })
      ];
  }
}

/** How a photo lies, in words. */
function turnWords(state: PhotoState, photo: string): SayingKey {
  const words = [
    'practice-photo.upright',
    'practice-photo.onRight',
    'practice-photo.onHead',
    'practice-photo.onLeft'
  ] as const;
  return words[turnOf(state, photo)] ?? 'practice-photo.upright';
}

function cropLines(state: PhotoState, photo: Photo): PhotoLine[] {
  const cut = cutOf(state, photo.id);
  return sides.flatMap((side) => [
    {
      ...key(`cut-${side}`, cutWords[side].more, { type: 'cut', side, by: 1 }),
      value: info('practice-photo.steps', { count: cut[side] })
    },
    key(`uncut-${side}`, cutWords[side].less, { type: 'cut', side, by: -1 })
  ]);
}

/** Whom to ask: with a child its parents, too. */
export const askWords = (child: boolean): SayingKey => (child ? 'practice-photo.askChild' : 'practice-photo.ask');

function shareLines(state: PhotoState, photo: Photo): PhotoLine[] {
  return [
    ...photo.people.flatMap(({ id, child }) => [
      key(`ask-${id}`, askWords(child), { type: 'ask', person: id }, { name: nameOf(state, id) }),
      key(`cover-${id}`, 'practice-photo.cover', { type: 'cover', person: id }, { name: nameOf(state, id) })
    ]),
    key('share', 'practice-photo.send', { type: 'share' }, { who: state.params.texts.sharedWith })
  ];
}

/** The control of an action, the same on the screen and in the list. */
export function control(action: PhotoAction): Control {
  switch (action.type) {
    case 'place':
      return { id: `place-${action.to}` };
    case 'open':
    case 'restore':
      return { id: `${action.type}-${action.photo}` };
    case 'panel':
    case 'turn':
      return { id: `${action.type}-${action.to}` };
    case 'cut':
      return { id: `${action.by > 0 ? 'cut' : 'uncut'}-${action.side}` };
    case 'file':
      return { id: `file-${action.album}` };
    case 'ask':
    case 'cover':
      return { id: `${action.type}-${action.person}` };
    default:
      return { id: action.type };
  }
}
