import type { PaperTask } from '../../content/lesson.ts';
import { placesOf, seriesAt, type SensorParams, type Task } from './readings.ts';

/** The readings on paper, a line an hour, and on the other page where to look. */
export function paper(params: SensorParams): PaperTask[] {
  const { tasks, texts, hours, series, unit } = params;
  const table = hours.map((hour, at) => {
    const cells = series.map(({ id, values }) => `${texts.series[id] ?? id} ${values[at] ?? '–'} ${unit}`);
    return `${hour}: ${cells.join(' · ')}`;
  });
  return tasks.map((task, index) => ({
    ask: texts.asks[index] ?? '',
    shown: index === 0 ? [texts.title, ...table] : [],
    boxes: task.do === 'choose' ? task.picks.map(({ id }) => texts.picks[id] ?? id) : [],
    solution: solutionOf(params, task)
  }));
}

function solutionOf(params: SensorParams, task: Task): string[] {
  const { texts, hours } = params;
  if (task.do === 'choose')
    return task.picks.filter(({ ok }) => ok).map(({ id }) => `${texts.picks[id]} – ${texts.answers[id]}`);
  const series = seriesAt(params, task.in);
  const places = series ? placesOf(series, task.what) : [];
  return places.map((at) => `${texts.series[task.in]}: ${hours[at]}`);
}
