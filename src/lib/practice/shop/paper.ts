import type { PaperTask } from '../../content/lesson.ts';
import { signsOf, type ShopParams } from './pages.ts';

/** The shop on paper: all its pages with a box at each thing, and on the other page what the signs mean. */
export function paper(params: ShopParams): PaperTask[] {
  const { texts, pages, address, verdict } = params;
  const [signs = '', judge = ''] = texts.asks;
  const items = pages.flatMap(({ id, items: things }) =>
    things.map((thing) => `${texts.pages[id] ?? id}: ${texts.items[thing.id] ?? thing.id}`)
  );
  return [
    {
      ask: signs,
      shown: [`${texts.name} – ${texts.slogan}`],
      boxes: [address, ...items],
      solution: signsOf(params).map((sign) => `${texts.notes[sign]} – ${texts.why[sign]}`)
    },
    { ask: judge, shown: [], boxes: [], solution: [texts[verdict]] }
  ];
}
