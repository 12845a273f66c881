import type { PaperTask } from '../../content/lesson.ts';
import type { ChatParams, Message, Moment } from './script.ts';

/** The chat on paper: what was written, what can be ticked, and on the other page which way is safe. */
export function paper(params: ChatParams): PaperTask[] {
  const { texts, moments } = params;
  return moments.map((moment, index) => ({
    ask: texts.asks[index] ?? '',
    shown: moment.do === 'mark' ? [] : moment.says.map((message) => spoken(params, message)),
    boxes: boxesOf(params, moment, index),
    solution: solutionOf(params, moment)
  }));
}

const spoken = ({ texts }: ChatParams, { id, who }: Message): string =>
  `${texts.names[who] ?? who}: ${texts.messages[id] ?? id}`;

/** Where messages are marked, all that were read by then can be ticked. */
function boxesOf(params: ChatParams, moment: Moment, index: number): string[] {
  const { texts, moments } = params;
  if (moment.do === 'choose') return moment.picks.map(({ id }) => texts.picks[id] ?? id);
  if (moment.do === 'write') return [];
  const read = moments.slice(0, index + 1).flatMap(({ says }) => says);
  return read.filter(({ who }) => who !== 'me').map((message) => spoken(params, message));
}

function solutionOf({ texts }: ChatParams, moment: Moment): string[] {
  switch (moment.do) {
    case 'choose':
      return moment.picks.filter(({ ok }) => ok).map(({ id }) => `${texts.picks[id]} – ${texts.answers[id]}`);
    case 'mark':
      return moment.marks.map((id) => `${texts.messages[id]} – ${texts.marks[id]}`);
    case 'write':
      return [texts.write[moment.id] ?? ''];
  }
}
