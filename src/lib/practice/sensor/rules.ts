import type { Control, Guide, HelpAction, Line, Rules, Saying } from '../contract.ts';
import { controlsOf, follow, forward, helpWith, miss, say, verdictOf } from '../telling.ts';
import { did, takeBack, undoLine } from '../undo.ts';
import { again, info, told } from '../saying.ts';
import { paramsSchema, placesOf, seriesAt, type Find, type SensorParams, type Series } from './readings.ts';
import { nameOf, start, taskOf, type SensorAction, type SensorState } from './state.ts';

export { paramsSchema };

function reduce(state: SensorState, action: SensorAction | HelpAction): SensorState {
  switch (action.type) {
    case 'help':
      return helpWith(state, guide(state));
    case 'point':
      return pointed(state, action.series, action.at);
    case 'pick':
      return picked(state, action.pick);
    case 'undo':
      return takeBack(state);
  }
}

/** A reading in words: where, when, how much, or that there is none. */
function reading(state: SensorState, { id, values }: Series, at: number): Saying {
  const { hours, unit } = state.params;
  const place = { series: nameOf(state, id), hour: hours[at] ?? 0 };
  const value = values[at] ?? null;
  return value === null
    ? info('practice-sensor.gap', place)
    : info('practice-sensor.reading', { ...place, value, unit });
}

const onward = (state: SensorState, words: Saying): SensorState =>
  forward(did(state, { task: state.now.task + 1 }), state.params.help, { ...words, tone: 'good' });

function pointed(state: SensorState, name: string, at: number): SensorState {
  const { params } = state;
  const series = seriesAt(params, name);
  if (!series || at < 0 || at >= series.values.length) return state;
  const task = taskOf(state);
  if (task?.do !== 'find') return say(state, reading(state, series, at));
  if (name !== task.in)
    return miss(state, params.help, again(`practice-sensor.other.${series.shape}`, { wanted: nameOf(state, task.in) }));
  if (placesOf(series, task.what).includes(at)) return onward(state, reading(state, series, at));
  return miss(state, params.help, again(`practice-sensor.not.${task.what}`));
}

function picked(state: SensorState, id: string): SensorState {
  const task = taskOf(state);
  const pick = task?.do === 'choose' ? task.picks.find((one) => one.id === id) : undefined;
  if (!pick) return state;
  const words = state.params.texts.answers[id];
  return pick.ok ? onward(state, told(words, 'good')) : miss(state, state.params.help, told(words, 'again'));
}

function guide(state: SensorState): Guide<SensorAction> | undefined {
  const task = taskOf(state);
  if (!task) return undefined;
  if (task.do === 'find') return guideTo(state, task);
  const pick = task.picks.find(({ ok }) => ok)?.id ?? '';
  return {
    action: { type: 'pick', pick },
    saying: info('practice-sensor.tap', { name: state.params.texts.picks[pick] ?? pick })
  };
}

function guideTo(state: SensorState, task: Find): Guide<SensorAction> {
  const series = seriesAt(state.params, task.in);
  const at = series ? (placesOf(series, task.what)[0] ?? 0) : 0;
  return {
    action: { type: 'point', series: task.in, at },
    saying: info('practice-sensor.guide', {
      series: nameOf(state, task.in),
      hour: state.params.hours[at] ?? 0
    })
  };
}

function lines(state: SensorState): Line<SensorAction>[] {
  const { params } = state;
  const task = taskOf(state);
  const picks = task?.do === 'choose' ? task.picks : [];
  return [
    { id: 'title', words: params.texts.title },
    ...params.series.flatMap((series) =>
      series.values.map<Line<SensorAction>>((_, at) => ({
        id: `at-${series.id}-${at}`,
        words: reading(state, series, at),
        action: { type: 'point', series: series.id, at }
      }))
    ),
    ...picks.map<Line<SensorAction>>(({ id }) => ({
      id: `pick-${id}`,
      words: params.texts.picks[id] ?? id,
      action: { type: 'pick', pick: id }
    })),
    undoLine
  ];
}

function control(action: SensorAction): Control {
  switch (action.type) {
    case 'point':
      return { id: `at-${action.series}-${action.at}` };
    case 'pick':
      return { id: `pick-${action.pick}` };
    case 'undo':
      return { id: 'undo' };
  }
}

/** The pretend readings of sensors: find the peak, the gap and the sensor that is stuck, and say what to do with it. */
export const sensor: Rules<SensorParams, SensorState, SensorAction> = {
  paramsSchema,
  start,
  reduce,
  guide,
  lines,
  judge: (state) => verdictOf(state, state.params.texts.asks, state.now.task, guide(state)),
  solve: (params) => follow(start(params), guide, reduce),
  control
};

/** The controls that solve a scene, in order. */
export const controls = (params: SensorParams): Control[] => controlsOf(sensor, params);
