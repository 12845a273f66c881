import { untold } from '../telling.ts';
import { undoable, type Undoable } from '../undo.ts';
import type { SensorParams, Task } from './readings.ts';

export type SensorAction =
  { type: 'point'; series: string; at: number } | { type: 'pick'; pick: string } | { type: 'undo' };

interface Now {
  /** The task that is open; the number of tasks when all are done. */
  task: number;
}

export interface SensorState extends Undoable<Now> {
  params: SensorParams;
}

/** The readings, before anything was found in them. */
export const start = (params: SensorParams): SensorState => ({
  ...untold(params.help),
  params,
  ...undoable({ task: 0 })
});

export const taskOf = ({ params, now }: SensorState): Task | undefined => params.tasks[now.task];

export const nameOf = ({ params }: SensorState, series: string): string => params.texts.series[series] ?? series;
