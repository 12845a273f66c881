import type { LessonText } from './lesson-text';
import type { Reading } from './markdown';

interface Order {
  /** The ids of the steps, in their order. */
  wanted: readonly string[];
  /** The file that names them. */
  named: string;
  text: LessonText;
  reading: Reading;
}

/** Notes where a language's file has other steps than wanted, or the same in another order. */
export function checkOrder({ wanted, named, text, reading }: Order): void {
  const written = text.steps.map(({ id }) => id);
  const lineAt = (index: number): number => reading.lines.get(text.steps[index] ?? text) ?? 1;
  for (const [index, id] of written.entries()) {
    if (id && written.indexOf(id) !== index)
      reading.say(lineAt(index), 'duplicate-id', `The step "${id}" is there twice.`);
    else if (id && !wanted.includes(id)) reading.say(lineAt(index), 'step-unknown', `${named} has no step "${id}".`);
  }
  for (const [index, id] of wanted.entries()) {
    if (written.includes(id)) continue;
    const before = wanted.slice(0, index).findLast((other) => written.includes(other));
    const line = before === undefined ? 1 : lineAt(written.indexOf(before));
    reading.say(
      line,
      'step-missing',
      `The step "${id}" is missing${before === undefined ? '' : ` (after "${before}")`}.`
    );
  }
  const shared = written.filter((id, index) => wanted.includes(id) && written.indexOf(id) === index);
  const ordered = wanted.filter((id) => shared.includes(id));
  const wrong = shared.findIndex((id, index) => id !== ordered[index]);
  const [here, there] = [shared[wrong], ordered[wrong]];
  if (here !== undefined)
    reading.say(lineAt(written.indexOf(here)), 'step-order', `The step "${here}" stands where "${there}" belongs.`);
}
