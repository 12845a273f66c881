import { parse } from 'valibot';
import { expect, test } from 'vitest';
import { isCutRight, leftOf, rightCut, uncut } from './crop';
import { paramsSchema, photo } from './rules';
import { start, type PhotoAction, type PhotoState } from './state';

const photos = [
  {
    id: 'boat',
    ground: 'sea',
    turned: 1,
    things: [
      { id: 'sail', picture: 'sailboat', column: 2, row: 2, size: 2 },
      { id: 'anchor', picture: 'anchor', column: 3, row: 3 },
      { id: 'thumb', picture: 'thumbs-up', column: 6, row: 1 }
    ]
  },
  { id: 'cake', ground: 'room', binned: true, things: [{ id: 'cup', picture: 'teapot', column: 2, row: 2 }] },
  {
    id: 'party',
    ground: 'evening',
    things: [{ id: 'moon', picture: 'crescent-moon', column: 6, row: 1 }],
    people: [
      { id: 'mia', agrees: true, child: true, column: 2, row: 2 },
      { id: 'walter', agrees: false, column: 4, row: 2 }
    ]
  }
];
const names = ['boat', 'cake', 'party', 'sail', 'anchor', 'thumb', 'mia', 'walter', 'garden', 'trip'];

const sceneOf = (...goals: object[]) => ({
  photos,
  albums: ['garden', 'trip'],
  goals,
  texts: {
    task: 'Tidy.',
    done: 'You tidy.',
    asks: goals.map((_, index) => `Do ${index}.`),
    solutions: goals.map(() => 'So.'),
    worksheet: ['I tidy.'],
    labels: Object.fromEntries(names.map((name) => [name, name])),
    shows: { boat: 'A boat.', cake: 'A cake.', party: 'A party.' },
    says: { mia: 'Yes!', walter: 'No.' },
    sharedWith: 'the family'
  }
});
const withGoals = (...goals: object[]) => parse(paramsSchema, sceneOf(...goals));

const turn = withGoals({ do: 'turn', photo: 'boat' });
const crop = withGoals({ do: 'crop', photo: 'boat', keep: ['sail'], away: ['thumb'] });
const share = withGoals({ do: 'share', photos: ['party'] });
const tidy = withGoals(
  { do: 'file', photo: 'boat', album: 'trip' },
  { do: 'bin', photo: 'boat' },
  { do: 'restore', photo: 'cake' }
);

const after = (params: typeof turn, ...actions: PhotoAction[]): PhotoState =>
  actions.reduce<PhotoState>(photo.reduce, start(params));
const open = (id: string): PhotoAction => ({ type: 'open', photo: id });
const panel = (to: 'crop' | 'album' | 'share'): PhotoAction => ({ type: 'panel', to });
const cut = (side: 'left' | 'right' | 'top' | 'bottom', by: 1 | -1 = 1): PhotoAction => ({ type: 'cut', side, by });
const left: PhotoAction = { type: 'turn', to: 'left' };
const undo: PhotoAction = { type: 'undo' };
const send: PhotoAction = { type: 'share' };

test('a photo that lies on its side is put right by one turn, and three turns the other way do the same', () => {
  expect(photo.judge(after(turn, open('boat'), left))).toMatchObject({ done: true, helped: false });
  const right: PhotoAction = { type: 'turn', to: 'right' };
  expect(photo.judge(after(turn, open('boat'), right, right, right)).done).toBe(true);
});

test('what is in the way is cut off, step by step', () => {
  const state = after(crop, open('boat'), panel('crop'), cut('right'));
  expect(state.now.cut['boat']).toEqual({ ...uncut, right: 1 });
  expect(photo.judge(state).done).toBe(true);
});

test('who cuts too far hears what is missing and takes one step back', () => {
  const far = after(crop, open('boat'), panel('crop'), cut('left'), cut('left'));
  expect(far.saying).toMatchObject({ key: 'practice-photo.cutTooFar', values: { name: 'sail' }, tone: 'again' });
  expect(photo.guide(far)?.action).toEqual(cut('left', -1));
});

test('a photo is never cut to nothing, and never grows', () => {
  const all = Array.from({ length: 9 }, () => cut('top'));
  expect(after(crop, open('boat'), panel('crop'), ...all)).toMatchObject({
    now: { cut: { boat: { top: 3 } } },
    saying: { key: 'practice-photo.smallest' }
  });
  expect(after(crop, open('boat'), panel('crop'), cut('left', -1)).saying?.key).toBe('practice-photo.nothingCut');
});

test('a child is shared after child and parents were asked', () => {
  expect(after(share, open('party'), panel('share'), send).saying?.key).toBe('practice-photo.askParents');
});

test('who said no stays covered, or the photo stays at home', () => {
  const asked: PhotoAction[] = [
    open('party'),
    panel('share'),
    { type: 'ask', person: 'mia' },
    { type: 'ask', person: 'walter' }
  ];
  expect(after(share, ...asked, send)).toMatchObject({
    now: { shared: [] },
    saying: { key: 'practice-photo.saidNo', values: { answer: 'No.' }, tone: 'again' }
  });
  expect(photo.judge(after(share, ...asked, { type: 'cover', person: 'walter' }, send)).done).toBe(true);
});

test('whoever deletes by mistake hears that nothing is lost', () => {
  const state = after(turn, open('boat'), { type: 'bin' });
  expect(state).toMatchObject({ misses: 1, saying: { key: 'practice-photo.binned', tone: 'again' } });
  const found = [
    { type: 'place', to: 'bin' },
    { type: 'restore', photo: 'boat' }
  ] satisfies PhotoAction[];
  expect(found.reduce<PhotoState>(photo.reduce, state).now.binned).toEqual(['cake']);
});

test('photos are filed, deleted and found again, one after the other', () => {
  const state = after(
    tidy,
    open('boat'),
    panel('album'),
    { type: 'file', album: 'trip' },
    { type: 'back' },
    { type: 'bin' },
    { type: 'place', to: 'bin' },
    { type: 'restore', photo: 'cake' }
  );
  expect(photo.judge(state)).toMatchObject({ done: true, helped: false });
});

test('what belongs to a panel can’t be done outside of it', () => {
  const state = after(share, open('party'));
  for (const action of [send, cut('left'), { type: 'file', album: 'trip' }] satisfies PhotoAction[])
    expect(photo.reduce(state, action)).toBe(state);
});

test('a goal that was reached stays reached when its step is taken back', () => {
  expect(photo.judge(after(turn, open('boat'), left, undo)).done).toBe(true);
});

test('a cut leaves all of a thing, some or nothing', () => {
  const thing = { id: 'sail', picture: 'sailboat', column: 2, row: 2, size: 2 };
  expect(leftOf(thing, uncut)).toBe('all');
  expect(leftOf(thing, { ...uncut, left: 2 })).toBe('some');
  expect(leftOf(thing, { ...uncut, bottom: 3 })).toBe('none');
});

test('what is to go is gone only when nothing of it is left', () => {
  const wide = { id: 'wide', picture: 'sailboat', column: 5, row: 1, size: 2 };
  const goal = { do: 'crop' as const, photo: 'boat', keep: [], away: ['wide'] };
  const boat = { id: 'boat', ground: 'sea' as const, turned: 0, binned: false, things: [wide], people: [] };
  expect(isCutRight(boat, goal, { ...uncut, right: 1 })).toBe(false);
  expect(isCutRight(boat, goal, { ...uncut, right: 2 })).toBe(true);
});

test('the smallest right cut is found', () => {
  const [boat] = crop.photos;
  const [goal] = crop.goals;
  expect(boat && goal?.do === 'crop' && rightCut(boat, goal)).toEqual({ ...uncut, right: 1 });
});

test.each([
  ['a goal without its photo', { do: 'turn', photo: 'nowhere' }],
  ['a photo that stands right already', { do: 'turn', photo: 'party' }],
  ['a thing that is not on it', { do: 'crop', photo: 'boat', keep: [], away: ['moon'] }],
  [
    'a thing that can not be cut off without the other',
    { do: 'crop', photo: 'boat', keep: ['sail'], away: ['anchor'] }
  ],
  ['an album that there is not', { do: 'file', photo: 'boat', album: 'nowhere' }],
  ['a photo that lies in the bin already', { do: 'bin', photo: 'cake' }],
  ['a photo that never was in the bin', { do: 'restore', photo: 'boat' }]
])('the scene is refused: %s', (_name, goal) => {
  expect(() => withGoals(goal)).toThrow();
});

test.each([
  ['a photo without a description', { shows: { boat: 'A boat.' } }],
  ['a person without an answer', { says: {} }],
  ['a goal without its solution', { solutions: [] }]
])('the words are refused: %s', (_name, change) => {
  const scene = sceneOf({ do: 'turn', photo: 'boat' });
  expect(() => parse(paramsSchema, { ...scene, texts: { ...scene.texts, ...change } })).toThrow();
});
