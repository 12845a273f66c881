import { parse } from 'valibot';
import { expect, test } from 'vitest';
import { paramsSchema, search } from './rules';
import { start, type SearchAction, type SearchState } from './state';

const words = (name: string) => ({
  title: `Title ${name}`,
  address: `${name}.example`,
  snippet: `About ${name}.`,
  page: [`All about ${name}.`],
  why: `Because of ${name}.`
});

const texts = {
  task: 'Search.',
  done: 'You search.',
  asks: ['Search for it.', 'Find it.'],
  worksheet: ['I search.'],
  query: 'card town',
  suggestions: ['card game', 'card town'],
  ad: 'Advert',
  hits: { fast: words('fast'), town: words('town'), blog: words('blog') }
};
const hits = [
  { id: 'fast', kind: 'ad' },
  { id: 'town', kind: 'official', right: true },
  { id: 'blog', kind: 'blog' }
];
const noneRight = hits.map(({ id, kind }) => ({ id, kind }));

const find = parse(paramsSchema, { ask: 'find', hits, texts });
const markAds = parse(paramsSchema, { ask: 'mark-ads', hits: noneRight, texts });
const compare = parse(paramsSchema, { ask: 'compare', hits, texts });
const route = parse(paramsSchema, {
  ask: 'route',
  hits: hits.slice(1),
  texts: { ...texts, ad: undefined, hits: { town: words('town'), blog: words('blog') } }
});

const write = (text: string): SearchAction => ({ type: 'search', text });
const open = (hit: string): SearchAction => ({ type: 'open', hit });
const mark = (hit: string): SearchAction => ({ type: 'mark', hit });
const query = write('card town');
const [back, check, choose, undo]: SearchAction[] = [
  { type: 'back' },
  { type: 'check' },
  { type: 'choose' },
  { type: 'undo' }
];
const after = (params: typeof find, ...actions: (SearchAction | undefined)[]): SearchState =>
  actions.reduce<SearchState>((state, action) => (action ? search.reduce(state, action) : state), start(params));

test.each([
  ['the query', 'card town', 'practice-search.results'],
  ['the query with other capitals and blanks', ' Card  TOWN ', 'practice-search.results'],
  ['nothing', '  ', 'practice-search.empty'],
  ['something else', 'potato soup', 'practice-search.otherQuery'],
  ['a telephone number', '0251 123456', 'practice-search.noRealData'],
  ['an e-mail address', 'hannelore@post.test', 'practice-search.noRealData']
])('%s in the field is answered', (_name, text, key) => {
  expect(after(find, write(text)).saying?.key).toBe(key);
});

test('what was searched for is nowhere in the state', () => {
  expect(JSON.stringify(after(find, write('Hannelore1944')))).not.toContain('Hannelore');
});

test('a suggestion searches as well, another one is named', () => {
  expect(after(find, { type: 'suggest', index: 1 }).now.searched).toBe(true);
  expect(after(find, { type: 'suggest', index: 0 }).saying).toMatchObject({
    key: 'practice-search.otherSuggestion',
    values: { words: 'card game', query: 'card town' },
    tone: 'again'
  });
});

test('whoever opens an advert hears where its mark stands', () => {
  const state = after(find, query, open('fast'));
  expect(state.saying).toMatchObject({
    key: 'practice-search.wasAd',
    values: { why: 'Because of fast.' },
    tone: 'again'
  });
  expect(search.judge(state)).toMatchObject({ done: false, reached: 1 });
});

test('the right page is found by opening it, another one is a detour', () => {
  expect(after(find, query, open('blog')).saying?.key).toBe('practice-search.notThere');
  expect(search.judge(after(find, query, open('blog'), back, open('town')))).toMatchObject({
    done: true,
    helped: false
  });
});

test('an advert says so in the list as well', () => {
  const keys = search.lines(after(find, query)).map(({ words: said }) => (typeof said === 'string' ? said : said.key));
  expect(keys.filter((key) => key === 'practice-search.adLine')).toHaveLength(1);
});

test('adverts are marked, and the check names what is none and what is missing', () => {
  expect(after(markAds, query, check).saying?.key).toBe('practice-search.adMissing');
  expect(after(markAds, query, mark('blog'), check).saying).toMatchObject({
    key: 'practice-search.noAd',
    values: { title: 'Title blog', why: 'Because of blog.' }
  });
  expect(search.judge(after(markAds, query, mark('blog'), mark('fast'), mark('blog'), check)).done).toBe(true);
});

test('pages are compared before one is believed', () => {
  expect(after(compare, query, open('town'), choose).saying?.key).toBe('practice-search.seeMore');
  const two = after(compare, query, open('blog'), back, open('town'));
  expect(search.judge(search.reduce(two, choose ?? query)).done).toBe(true);
  expect(after(compare, query, open('town'), back, open('blog'), choose).saying?.key).toBe('practice-search.notThere');
});

test('a connection is taken as soon as it is seen', () => {
  expect(search.judge(after(route, query, open('town'), choose)).done).toBe(true);
});

test('what was found can be taken back', () => {
  expect(after(find, query, open('town'), undo).now).toMatchObject({ found: false, open: undefined });
});

test.each([
  ['two right hits', { hits: hits.map((one) => ({ ...one, right: one.kind !== 'ad' })) }],
  ['an advert that is right', { hits: hits.map((one) => ({ ...one, right: one.kind === 'ad' })) }],
  ['marking without an advert', { ask: 'mark-ads', hits: noneRight.map((one) => ({ ...one, kind: 'blog' })) }],
  ['a query that no suggestion has', { texts: { ...texts, query: 'something' } }],
  ['a hit without words', { hits: [...hits, { id: 'more', kind: 'shop' }] }],
  ['a page without words', { texts: { ...texts, hits: { ...texts.hits, blog: { ...words('blog'), page: [] } } } }],
  ['a real address', { texts: { ...texts, hits: { ...texts.hits, blog: { ...words('blog'), address: 'blog.com' } } } }],
  ['one sentence', { texts: { ...texts, asks: ['Search.'] } }]
])('the scene is refused: %s', (_name, change) => {
  expect(() => parse(paramsSchema, { ask: 'find', hits, texts, ...change })).toThrow();
});
