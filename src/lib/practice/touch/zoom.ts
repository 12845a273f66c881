import * as v from 'valibot';
import type { Guide, HelpAction, Line, Rules, Told } from '../contract.ts';
import { reversible } from '../reversible.ts';
import { info } from '../saying.ts';
import { follow, forward, helpWith, miss, untold, verdictOf } from '../telling.ts';
import { help, id, labels, texts, unnamed } from '../words.ts';
import { mapHeight, mapPlaces, mapWidth, townPlace, type MapPlace } from './town.ts';

/** How much the map is enlarged at each level. */
const scales = [1, 1.6, 2.6, 4, 6] as const;
/** From this level on the small print can be read. */
const readableLevel = 2;
/** One press of an arrow moves the map by this share of what shows. */
const moveShare = 0.3;

const place = v.picklist(mapPlaces);

const question = v.strictObject({
  /** The place with the flag. Its name is the answer. */
  at: place,
  /** What else stands to choose. */
  others: v.pipe(v.array(id), v.minLength(1), v.maxLength(3, 'At most four answers at once.'))
});

export const zoomParams = v.pipe(
  v.strictObject({
    mode: v.literal('zoom'),
    help,
    questions: v.pipe(v.array(question), v.minLength(1)),
    texts: v.strictObject({ ...texts, labels })
  }),
  v.forward(
    v.check(({ questions, texts: { asks } }) => questions.length === asks.length, 'Write one sentence a question.'),
    ['texts', 'asks']
  ),
  v.forward(
    v.check(
      ({ questions, texts: { labels: words } }) =>
        unnamed([...mapPlaces, ...questions.flatMap(({ others }) => others)], words).length === 0,
      'A place of the map or an answer has no word here.'
    ),
    ['texts', 'labels']
  )
);

type Params = v.InferOutput<typeof zoomParams>;

export const directions = ['left', 'right', 'up', 'down'] as const;
export type Direction = (typeof directions)[number];

export type ZoomAction =
  { type: 'zoom'; to: 'in' | 'out' } | { type: 'move'; to: Direction } | { type: 'answer'; name: string };

export interface ZoomState extends Told {
  mode: 'zoom';
  params: Params;
  reached: number;
  level: number;
  /** Middle of what shows, in map units. */
  x: number;
  y: number;
}

export interface View {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The part of the map that shows, in map units; its form never changes. */
export function viewOf({ level, x, y }: Pick<ZoomState, 'level' | 'x' | 'y'>): View {
  const scale = scales[level] ?? 1;
  const width = mapWidth / scale;
  const height = mapHeight / scale;
  return {
    x: Math.min(mapWidth - width, Math.max(0, x - width / 2)),
    y: Math.min(mapHeight - height, Math.max(0, y - height / 2)),
    width,
    height
  };
}

/** Whether the map can't be enlarged, or can't be made smaller, any further. */
const atLimit = (level: number, to: 'in' | 'out'): boolean => level === (to === 'in' ? scales.length - 1 : 0);

/** The answers to the open question, in alphabetical order of their names: the order tells nothing. */
export function answersOf({ params, reached }: ZoomState): string[] {
  const open = params.questions[reached];
  if (!open) return [];
  return [open.at, ...open.others].sort((a, b) => a.localeCompare(b, 'en'));
}

function start(params: Params): ZoomState {
  return { ...untold(params.help), mode: 'zoom', params, reached: 0, level: 0, x: mapWidth / 2, y: mapHeight / 2 };
}

function reduce(state: ZoomState, action: ZoomAction | HelpAction): ZoomState {
  switch (action.type) {
    case 'help':
      return helpWith(state, guide(state));
    case 'zoom':
      return atLimit(state.level, action.to)
        ? tell(state, action.to === 'in' ? 'practice.touch.largest' : 'practice.touch.smallest')
        : centred({ ...state, level: state.level + (action.to === 'in' ? 1 : -1) });
    case 'move':
      return move(state, action.to);
    case 'answer':
      return answer(state, action.name);
  }
}

const tell = (
  state: ZoomState,
  key: 'practice.touch.largest' | 'practice.touch.smallest' | 'practice.touch.edge'
): ZoomState => ({ ...state, saying: { key, tone: 'info' }, said: state.said + 1 });

/** The middle follows what shows, so that the next move counts from what the eye sees. */
function centred(state: ZoomState): ZoomState {
  const { x, y, width, height } = viewOf(state);
  return { ...state, x: x + width / 2, y: y + height / 2 };
}

function move(state: ZoomState, to: Direction): ZoomState {
  const { width, height } = viewOf(state);
  const across = to === 'left' ? -1 : to === 'right' ? 1 : 0;
  const down = to === 'up' ? -1 : to === 'down' ? 1 : 0;
  const moved = centred({
    ...state,
    x: state.x + across * width * moveShare,
    y: state.y + down * height * moveShare
  });
  return moved.x === state.x && moved.y === state.y ? tell(state, 'practice.touch.edge') : moved;
}

function answer(state: ZoomState, name: string): ZoomState {
  const { params, reached } = state;
  const open = params.questions[reached];
  if (!open) return state;
  if (name !== open.at)
    return miss(state, params.help, {
      key: state.level < readableLevel ? 'practice.touch.enlargeFirst' : 'practice.touch.readAgain',
      tone: 'again'
    });
  return forward({ ...state, reached: reached + 1 }, params.help, {
    key: 'practice.touch.read',
    values: { name: params.texts.labels[name] ?? name },
    tone: 'good'
  });
}

const wayWords = {
  left: 'practice.guide.left',
  right: 'practice.guide.right',
  up: 'practice.guide.up',
  down: 'practice.guide.down'
} as const;

/** Which way the map must move so that a place shows with its name; undefined when it does. */
function wayTo(state: ZoomState, { x, y }: MapPlace): Direction | undefined {
  const view = viewOf(state);
  const margin = 0.15;
  if (x < view.x + view.width * margin && view.x > 0) return 'left';
  if (x > view.x + view.width * (1 - margin) && view.x + view.width < mapWidth - 0.001) return 'right';
  if (y < view.y + view.height * margin && view.y > 0) return 'up';
  if (y > view.y + view.height * (1 - margin) && view.y + view.height < mapHeight - 0.001) return 'down';
  return undefined;
}

function guide(state: ZoomState): Guide<ZoomAction> | undefined {
  const { params, reached, level } = state;
  const open = params.questions[reached];
  if (!open) return undefined;
  if (level < readableLevel)
    return { action: { type: 'zoom', to: 'in' }, saying: { key: 'practice.guide.larger', tone: 'info' } };
  const way = wayTo(state, townPlace(open.at));
  if (way) return { action: { type: 'move', to: way }, saying: { key: wayWords[way], tone: 'info' } };
  return {
    action: { type: 'answer', name: open.at },
    saying: { key: 'practice.guide.tap', values: { name: params.texts.labels[open.at] ?? open.at }, tone: 'info' }
  };
}

/** The keys of the map; the first says how far it is enlarged. */
const mapKeys = ({ level }: ZoomState): Line<ZoomAction>[] => [
  {
    id: 'zoom-in',
    words: info('practice.touch.zoomIn'),
    value: info('practice.settings.step', { step: level + 1, most: scales.length }),
    action: { type: 'zoom', to: 'in' }
  },
  { id: 'zoom-out', words: info('practice.touch.zoomOut'), action: { type: 'zoom', to: 'out' } },
  { id: 'move-left', words: info('practice.touch.moveLeft'), action: { type: 'move', to: 'left' } },
  { id: 'move-right', words: info('practice.touch.moveRight'), action: { type: 'move', to: 'right' } },
  { id: 'move-up', words: info('practice.touch.moveUp'), action: { type: 'move', to: 'up' } },
  { id: 'move-down', words: info('practice.touch.moveDown'), action: { type: 'move', to: 'down' } }
];

/**
 * The map in words: every sign, wherever the map stands, since nobody can look for a flag in a list; then the map's keys
 * and the answers.
 */
function lines(state: ZoomState): Line<ZoomAction>[] {
  const { params, reached } = state;
  const flag = params.questions[reached]?.at;
  const signs = mapPlaces.map((name): Line<ZoomAction> => {
    const words = params.texts.labels[name] ?? name;
    return name === flag
      ? { id: `sign-${name}`, words, value: { key: 'practice.touch.flag', tone: 'info' } }
      : { id: `sign-${name}`, words };
  });
  const answers = answersOf(state).map((name): Line<ZoomAction> => ({
    id: name,
    words: params.texts.labels[name] ?? name,
    action: { type: 'answer', name }
  }));
  return [...signs, ...mapKeys(state), ...answers];
}

const one: Rules<Params, ZoomState, ZoomAction> = {
  paramsSchema: zoomParams,
  start,
  reduce,
  guide,
  lines,
  judge: (state) => verdictOf(state, state.params.texts.asks, state.reached, guide(state)),
  solve: (params) => follow(start(params), guide, reduce),
  control: (action) => ({
    id: action.type === 'answer' ? action.name : action.type === 'zoom' ? `zoom-${action.to}` : `move-${action.to}`
  })
};

/** Mode `zoom`: a map with small print, enlarged and moved by buttons, and a question about what stands at the flag. */
export const zoom = reversible(one);
