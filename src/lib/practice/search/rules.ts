import type { Control, HelpAction, Rules } from '../contract.ts';
import { controlsOf, follow, forward, helpWith, miss, say, verdictOf } from '../telling.ts';
import { looksReal, sameWords } from '../typed.ts';
import { did, takeBack } from '../undo.ts';
import { again, good, info } from '../saying.ts';
import { control, guide, lines } from './guide.ts';
import { paramsSchema, type SearchParams } from './hits.ts';
import { canChoose, hitAt, start, toSee, wrongMark, type SearchAction, type SearchState, type Shown } from './state.ts';

export { paramsSchema };

function reduce(state: SearchState, action: SearchAction | HelpAction): SearchState {
  switch (action.type) {
    case 'help':
      return helpWith(state, guide(state));
    case 'search':
      return state.now.searched ? state : searched(state, action.text);
    case 'suggest':
      return state.now.searched ? state : suggested(state, action.index);
    case 'open':
      return opened(state, action.hit);
    case 'back':
      return wentBack(state);
    case 'mark':
      return marked(state, action.hit);
    case 'check':
      return checked(state);
    case 'choose':
      return chosen(state);
    case 'undo':
      return takeBack(state);
  }
}

function searched(state: SearchState, text: string): SearchState {
  const { help, texts } = state.params;
  const { query } = texts;
  if (sameWords(text, query)) return found(state);
  if (text.trim() === '') return say(state, info('practice-search.empty', { query }));
  if (looksReal(text, texts.card)) return miss(state, help, again('practice-search.noRealData', { query }));
  return miss(state, help, again('practice-search.otherQuery', { query }));
}

const found = (state: SearchState): SearchState =>
  forward(
    did(state, { searched: true }),
    state.params.help,
    good('practice-search.results', { count: state.params.hits.length })
  );

function suggested(state: SearchState, index: number): SearchState {
  const { help, texts } = state.params;
  const words = texts.suggestions[index];
  if (words === undefined) return state;
  if (words === texts.query) return found(state);
  return miss(state, help, again('practice-search.otherSuggestion', { words, query: texts.query }));
}

/** Where a page is to be found, opening it is the answer; where pages are compared, it is a look. */
function opened(state: SearchState, id: string): SearchState {
  const { ask } = state.params;
  const shown = hitAt(state, id);
  const { searched: hasResults, open, seen } = state.now;
  if (!shown || !hasResults || open !== undefined || ask === 'mark-ads') return state;
  const next = did(state, { open: id, seen: seen.includes(id) ? seen : [...seen, id] });
  return ask === 'find'
    ? arrived(next, shown)
    : say(next, info('practice-search.opened', { title: shown.words.title }));
}

function arrived(state: SearchState, { hit, words }: Shown): SearchState {
  const { help } = state.params;
  const { why } = words;
  if (hit.right)
    return forward({ ...state, now: { ...state.now, found: true } }, help, good('practice-search.arrived', { why }));
  return miss(state, help, again(hit.kind === 'ad' ? 'practice-search.wasAd' : 'practice-search.notThere', { why }));
}

function wentBack(state: SearchState): SearchState {
  if (state.now.open !== undefined) return say(did(state, { open: undefined }), info('practice-search.atResults'));
  return state.now.searched ? say(did(state, { searched: false }), info('practice-search.atStart')) : state;
}

function marked(state: SearchState, id: string): SearchState {
  const { ask } = state.params;
  const shown = hitAt(state, id);
  const { searched: hasResults, marked: before } = state.now;
  if (!shown || !hasResults || ask !== 'mark-ads') return state;
  const isMarked = before.includes(id);
  const next = did(state, { marked: isMarked ? before.filter((one) => one !== id) : [...before, id] });
  const { title } = shown.words;
  return say(next, info(isMarked ? 'practice-search.unmarkedNow' : 'practice-search.markedNow', { title }));
}

function checked(state: SearchState): SearchState {
  const { ask, help } = state.params;
  if (ask !== 'mark-ads' || !state.now.searched) return state;
  const { extra, missing } = wrongMark(state);
  const noAd = hitAt(state, extra?.id);
  if (noAd) return miss(state, help, again('practice-search.noAd', { title: noAd.words.title, why: noAd.words.why }));
  if (missing) return miss(state, help, again('practice-search.adMissing'));
  return forward(did(state, { found: true }), help, good('practice-search.allAds'));
}

function chosen(state: SearchState): SearchState {
  const { params, now } = state;
  const open = hitAt(state, now.open);
  if (!open || !canChoose(params)) return state;
  if (now.seen.length < toSee(params)) return say(state, info('practice-search.seeMore'));
  const { why } = open.words;
  if (!open.hit.right) return miss(state, params.help, again('practice-search.notThere', { why }));
  return forward(did(state, { found: true }), params.help, good('practice-search.chosen', { why }));
}

/** The search: ask for something, tell adverts from results, and see who is behind a page. */
export const search: Rules<SearchParams, SearchState, SearchAction> = {
  paramsSchema,
  start,
  reduce,
  guide,
  lines,
  control,
  judge: (state) => {
    const { searched: hasResults, found: isFound } = state.now;
    return verdictOf(state, state.params.texts.asks, isFound ? 2 : hasResults ? 1 : 0, guide(state));
  },
  solve: (params) => follow(start(params), guide, reduce)
};

/** The controls that solve a scene, in order. */
export const controls = (params: SearchParams): Control[] => controlsOf(search, params);
