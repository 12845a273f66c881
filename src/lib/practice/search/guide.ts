import type { Control, Guide, Line, SayingKey } from '../contract.ts';
import { backLine, undoLine } from '../undo.ts';
import { canChoose, hitAt, toSee, wrongMark, type SearchAction, type SearchState, type Shown } from './state.ts';

type Move = Guide<SearchAction>;
type SearchLine = Line<SearchAction>;

const back: Move = { action: { type: 'back' }, saying: { key: 'practice.guide.back', tone: 'info' } };

const tapOn = (name: string, action: SearchAction): Move => ({
  action,
  saying: { key: 'practice.guide.tap', values: { name }, tone: 'info' }
});

/** The word on the key that chooses the open page or connection. */
export const chooseWord = ({ params }: SearchState): SayingKey =>
  params.ask === 'route' ? 'practice-search.takeRoute' : 'practice-search.believe';

/** The next right move: the query, then the right hit, or the adverts one by one. */
export function guide(state: SearchState): Move | undefined {
  const { now, params } = state;
  const { query, suggestions } = params.texts;
  if (now.found) return undefined;
  if (!now.searched) return tapOn(query, { type: 'suggest', index: suggestions.indexOf(query) });
  if (params.ask === 'mark-ads') return markMove(state);
  return now.open === undefined ? openMove(state) : pageMove(state, now.open);
}

function markMove(state: SearchState): Move {
  const { extra, missing } = wrongMark(state);
  const wrong = hitAt(state, (extra ?? missing)?.id);
  if (!wrong) return { action: { type: 'check' }, saying: { key: 'practice-search.guideCheck', tone: 'info' } };
  return tapOn(wrong.words.title, { type: 'mark', hit: wrong.hit.id });
}

function openMove(state: SearchState): Move {
  const { params, now } = state;
  const right = params.hits.find((one) => one.right);
  const others = params.hits.filter((one) => !one.right && !now.seen.includes(one.id));
  const isEarly = now.seen.filter((id) => id !== right?.id).length < toSee(params) - 1;
  const next = (isEarly ? others[0] : right) ?? right;
  return tapOn(hitAt(state, next?.id)?.words.title ?? '', { type: 'open', hit: next?.id ?? '' });
}

function pageMove(state: SearchState, open: string): Move {
  const { params, now } = state;
  const isRight = hitAt(state, open)?.hit.right === true;
  if (!isRight || !canChoose(params) || now.seen.length < toSee(params)) return back;
  const key: SayingKey = params.ask === 'route' ? 'practice-search.guideRoute' : 'practice-search.guideBelieve';
  return { action: { type: 'choose' }, saying: { key, tone: 'info' } };
}

/** The pretend search in words: its field, its results, or an open page. */
export function lines(state: SearchState): SearchLine[] {
  const { params, now } = state;
  const open = hitAt(state, now.open);
  if (open) return [...pageLines(state, open), backLine, undoLine];
  if (!now.searched) return [...startLines(state), undoLine];
  const check: SearchLine = {
    id: 'check',
    words: { key: 'practice-search.check', tone: 'info' },
    action: { type: 'check' }
  };
  return [
    ...params.hits.flatMap(({ id }) => hitLines(state, id)),
    ...(params.ask === 'mark-ads' ? [check] : []),
    backLine,
    undoLine
  ];
}

function startLines({ params }: SearchState): SearchLine[] {
  const { query, suggestions } = params.texts;
  return [
    {
      id: 'search',
      words: { key: 'practice-search.searchFor', values: { query }, tone: 'info' },
      write: {
        label: { key: 'practice-search.field', tone: 'info' },
        action: (text) => ({ type: 'search', text })
      }
    },
    ...suggestions.map((words, index): SearchLine => ({
      id: `suggest-${index}`,
      words,
      action: { type: 'suggest', index }
    }))
  ];
}

/** A hit with its address and what it says; "Anzeige" is said with it, as on the screen. */
function hitLines(state: SearchState, id: string): SearchLine[] {
  const shown = hitAt(state, id);
  if (!shown) return [];
  const { hit, words } = shown;
  const isMarking = state.params.ask === 'mark-ads';
  const key: SayingKey = hit.kind === 'ad' ? 'practice-search.adLine' : 'practice-search.hitLine';
  const line: SearchLine = {
    id: `${isMarking ? 'mark' : 'open'}-${id}`,
    words: {
      key,
      values: {
        ad: state.params.texts.ad ?? '',
        title: words.title,
        address: words.address ?? '',
        snippet: words.snippet
      },
      tone: 'info'
    },
    action: isMarking ? { type: 'mark', hit: id } : { type: 'open', hit: id }
  };
  const isMarked = isMarking && state.now.marked.includes(id);
  return [isMarked ? { ...line, value: { key: 'practice-search.marked', tone: 'info' } } : line];
}

function pageLines(state: SearchState, { words }: Shown): SearchLine[] {
  const choose: SearchLine = {
    id: 'choose',
    words: { key: chooseWord(state), tone: 'info' },
    action: { type: 'choose' }
  };
  return [
    { id: 'title', words: words.title },
    ...(words.address === undefined ? [] : [{ id: 'address', words: words.address }]),
    ...words.page.map((text, index) => ({ id: `page-${index}`, words: text })),
    ...(canChoose(state.params) ? [choose] : [])
  ];
}

/** The control of an action, the same on the screen and in the list. */
export function control(action: SearchAction): Control {
  switch (action.type) {
    case 'search':
      return { id: 'search', write: { into: 'query', text: action.text } };
    case 'suggest':
      return { id: `suggest-${action.index}` };
    case 'open':
    case 'mark':
      return { id: `${action.type}-${action.hit}` };
    default:
      return { id: action.type };
  }
}
