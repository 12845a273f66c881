import type { Control, Guide, HelpAction, Line, Rules, Saying } from '../contract.ts';
import { controlsOf, follow, forward, helpWith, miss, say, verdictOf } from '../telling.ts';
import { did, takeBack, undoLine } from '../undo.ts';
import { again, info, told } from '../saying.ts';
import { has, paramsSchema, type CallParams, type Problem } from './scene.ts';
import {
  brought,
  isRinging,
  mostVolume,
  nameOf,
  stageOf,
  start,
  troubles,
  type CallAction,
  type CallState,
  type Device
} from './state.ts';

export { paramsSchema };

function reduce(state: CallState, action: CallAction | HelpAction): CallState {
  switch (action.type) {
    case 'help':
      return helpWith(state, guide(state));
    case 'undo':
      return takeBack(state);
    case 'answer':
    case 'decline':
      return isRinging(state) ? answered(state, action.type) : state;
    case 'hang-up':
      return isTalking(state) ? hungUp(state) : state;
    case 'call':
      return canCallAgain(state) ? say(did(state, { inCall: true }), info('practice-call.calledAgain')) : state;
    default:
      return isTalking(state) ? turned(state, action.type) : state;
  }
}

const isTalking = (state: CallState): boolean => state.now.inCall && !isRinging(state) && stageOf(state) !== undefined;

/** Somebody hung up too early: the call can be made anew. */
export const canCallAgain = (state: CallState): boolean =>
  !state.now.inCall && !isRinging(state) && stageOf(state) !== undefined;

/** A step forward: the next stage begins, with the trouble it brings. */
function onward(state: CallState, change: Partial<Device>): CallState {
  const { params, now } = state;
  const reached = params.stages[now.stage];
  const stage = now.stage + 1;
  const next = did(state, { ...change, stage, ...brought(params.stages[stage]) });
  const words = (reached && params.texts.answers[reached.id]) ?? '';
  return forward(next, params.help, told(words, 'good'));
}

function answered(state: CallState, deed: 'answer' | 'decline'): CallState {
  const stage = stageOf(state);
  const { help } = state.params;
  if (stage?.want === 'refuse')
    return deed === 'decline' ? onward(state, {}) : miss(state, help, again('practice-call.mayDecline'));
  if (deed === 'answer') return onward(state, { inCall: true });
  return miss(state, help, again('practice-call.callsAgain', { name: nameOf(state, stage?.who ?? '') }));
}

function hungUp(state: CallState): CallState {
  if (stageOf(state)?.want === 'end') return onward(state, { inCall: false });
  return miss(did(state, { inCall: false }), state.params.help, again('practice-call.hungUp'));
}

type Turn = Exclude<CallAction['type'], 'answer' | 'decline' | 'hang-up' | 'call' | 'undo'>;

function changeOf(now: Device, turn: Turn): Partial<Device> {
  switch (turn) {
    case 'microphone':
      return { microphone: !now.microphone };
    case 'camera':
      return { camera: !now.camera };
    case 'turn':
      return { towardsMe: !now.towardsMe };
    case 'curtain':
      return { curtain: !now.curtain };
    case 'louder':
      return { volume: now.volume + 1 };
    case 'softer':
      return { volume: now.volume - 1 };
  }
}

function turned(state: CallState, turn: Turn): CallState {
  const { now, params } = state;
  const change = changeOf(now, turn);
  const volume = change.volume ?? now.volume;
  if (volume > mostVolume) return say(state, info('practice-call.loudest'));
  if (volume < 0) return say(state, info('practice-call.softest'));
  const left = troubles({ ...now, ...change });
  if (left.length === 0 && stageOf(state)?.want === 'fix') return onward(state, change);
  const next = did(state, change);
  const isWorse = left.length > troubles(now).length;
  const added = left.find((problem) => !troubles(now).includes(problem));
  if (isWorse && added) return miss(next, params.help, again(`practice-call.now.${added}`));
  const [first] = left;
  return say(next, first ? info(`practice-call.still.${first}`) : info('practice-call.allWell'));
}

const mends: Record<Problem, CallAction> = {
  muted: { type: 'microphone' },
  'no-camera': { type: 'camera' },
  'back-camera': { type: 'turn' },
  backlit: { type: 'curtain' },
  quiet: { type: 'louder' }
};

function guide(state: CallState): Guide<CallAction> | undefined {
  const stage = stageOf(state);
  if (!stage) return undefined;
  if (stage.want === 'answer') return { action: { type: 'answer' }, saying: info('practice-call.guide.answer') };
  if (stage.want === 'refuse') return { action: { type: 'decline' }, saying: info('practice-call.guide.decline') };
  if (!state.now.inCall) return { action: { type: 'call' }, saying: info('practice-call.guide.call') };
  const [problem] = troubles(state.now);
  if (stage.want === 'end' || problem === undefined)
    return { action: { type: 'hang-up' }, saying: info('practice-call.guide.hang-up') };
  return { action: mends[problem], saying: info(`practice-call.guide.${problem}`) };
}

type CallLine = Line<CallAction>;

const tap = (id: CallAction['type'], key: Saying['key'], values?: Saying['values']): CallLine => ({
  id,
  words: info(key, values),
  action: { type: id }
});

function lines(state: CallState): CallLine[] {
  const stage = stageOf(state);
  if (!stage) return [{ id: 'over', words: info('practice-call.over') }, undoLine];
  const { texts } = state.params;
  const name = nameOf(state, stage.who);
  const words = texts.says[stage.id] ?? '';
  if (isRinging(state)) {
    const calls: CallLine = { id: 'calls', words: info('practice-call.rings', { name }) };
    return [
      calls,
      { id: 'heard', words },
      tap('answer', 'practice-call.answer'),
      tap('decline', 'practice-call.decline'),
      undoLine
    ];
  }
  if (!state.now.inCall)
    return [{ id: 'over', words: info('practice-call.over') }, tap('call', 'practice-call.call'), undoLine];
  const heard: CallLine = { id: 'heard', words: info('practice-call.says', { name, words }) };
  return [heard, ...keys(state), tap('hang-up', 'practice-call.hangUp'), undoLine];
}

/** The keys of a call with what they stand at, as the scene needs them. */
function keys({ params, now }: CallState): CallLine[] {
  return [
    tap('microphone', now.microphone ? 'practice-call.microphoneOn' : 'practice-call.microphoneOff'),
    tap('camera', now.camera ? 'practice-call.cameraOn' : 'practice-call.cameraOff'),
    ...(has(params, 'back-camera')
      ? [tap('turn', now.towardsMe ? 'practice-call.towardsMe' : 'practice-call.towardsRoom')]
      : []),
    ...(has(params, 'backlit')
      ? [tap('curtain', now.curtain ? 'practice-call.curtainShut' : 'practice-call.curtainOpen')]
      : []),
    ...(has(params, 'quiet')
      ? [
          { id: 'volume', words: info('practice-call.volume', { volume: now.volume, most: mostVolume }) },
          tap('louder', 'practice-call.louder'),
          tap('softer', 'practice-call.softer')
        ]
      : [])
  ];
}

const control = ({ type }: CallAction): Control => ({ id: type });

/** The pretend video call: one trouble after the other is mended while the other side waits patiently. */
export const call: Rules<CallParams, CallState, CallAction> = {
  paramsSchema,
  start,
  reduce,
  guide,
  lines,
  judge: (state) => verdictOf(state, state.params.texts.asks, state.now.stage, guide(state)),
  solve: (params) => follow(start(params), guide, reduce),
  control
};

/** The controls that solve a scene, in order. */
export const controls = (params: CallParams): Control[] => controlsOf(call, params);
