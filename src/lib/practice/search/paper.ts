import type { PaperTask } from '../../content/lesson.ts';
import type { Hit, SearchParams } from './hits.ts';

/** The search on paper: what to search for, then the results with a box at each, and on the other page the right ones. */
export function paper({ ask, hits, texts }: SearchParams): PaperTask[] {
  const [search = '', choose = ''] = texts.asks;
  const isAsked = ({ right, kind }: Hit): boolean => (ask === 'mark-ads' ? kind === 'ad' : right);
  return [
    { ask: search, shown: [...texts.card], boxes: [...texts.suggestions], solution: [texts.query] },
    {
      ask: choose,
      shown: [],
      boxes: hits.map((hit) => resultOf(texts, hit)),
      solution: hits.filter(isAsked).map(({ id }) => `${texts.hits[id]?.title}: ${texts.hits[id]?.why}`)
    }
  ];
}

function resultOf({ hits, ad }: SearchParams['texts'], { id, kind }: Hit): string {
  const words = hits[id];
  if (!words) return id;
  const mark = kind === 'ad' ? `${ad}: ` : '';
  const from = words.address === undefined ? '' : ` (${words.address})`;
  return `${mark}${words.title}${from}. ${words.snippet}`;
}
