import { untold } from '../telling.ts';
import { undoable, type Undoable } from '../undo.ts';
import type { CallParams, Problem, Stage } from './scene.ts';

/** How loud a call can be, and from where on it is loud enough. */
export const mostVolume = 4;
const enoughVolume = 3;

export type CallAction =
  | { type: 'answer' }
  | { type: 'decline' }
  | { type: 'microphone' }
  | { type: 'camera' }
  | { type: 'turn' }
  | { type: 'curtain' }
  | { type: 'louder' }
  | { type: 'softer' }
  | { type: 'hang-up' }
  | { type: 'call' }
  | { type: 'undo' };

/** How the call stands. */
export interface Device {
  inCall: boolean;
  microphone: boolean;
  camera: boolean;
  /** The camera looks at the person, not into the room. */
  towardsMe: boolean;
  /** The window behind the person is covered. */
  curtain: boolean;
  /** 0 to `mostVolume`. */
  volume: number;
}

interface Now extends Device {
  /** The stage that is open; the number of stages when the call is over. */
  stage: number;
}

export interface CallState extends Undoable<Now> {
  params: CallParams;
}

const asBrought: Record<Problem, Partial<Device>> = {
  muted: { microphone: false },
  'no-camera': { camera: false },
  'back-camera': { towardsMe: false },
  backlit: { curtain: false },
  quiet: { volume: 1 }
};

/** What the beginning of a stage changes on the device. */
export const brought = (stage: Stage | undefined): Partial<Device> =>
  stage?.want === 'fix' ? asBrought[stage.problem] : {};

/** The device before the first call. */
export const start = (params: CallParams): CallState => ({
  ...untold(params.help),
  params,
  ...undoable({
    stage: 0,
    inCall: false,
    microphone: true,
    camera: true,
    towardsMe: true,
    curtain: true,
    volume: enoughVolume
  })
});

export const stageOf = ({ params, now }: CallState): Stage | undefined => params.stages[now.stage];

/** Somebody is calling now. */
export function isRinging(state: CallState): boolean {
  const want = stageOf(state)?.want;
  return want === 'answer' || want === 'refuse';
}

/** What is not right on the device, in the order in which it is best mended. */
export function troubles({ microphone, camera, towardsMe, curtain, volume }: Device): Problem[] {
  return [
    ...(microphone ? [] : (['muted'] as const)),
    ...(camera ? [] : (['no-camera'] as const)),
    ...(towardsMe ? [] : (['back-camera'] as const)),
    ...(curtain ? [] : (['backlit'] as const)),
    ...(volume >= enoughVolume ? [] : (['quiet'] as const))
  ];
}

export const nameOf = ({ params }: CallState, who: string): string => params.texts.names[who] ?? who;
