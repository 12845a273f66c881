import { parse } from 'valibot';
import { expect, test } from 'vitest';
import { apps, appsParams, appsShown, type AppsAction, type AppsState } from './apps';

const all = ['camera', 'memo', 'envelope', 'calendar', 'books', 'sun', 'musical-note'];
const words = Object.fromEntries(all.map((app) => [app, app]));
const params = parse(appsParams, {
  mode: 'apps',
  apps: all,
  goals: [{ do: 'open', app: 'musical-note' }, { do: 'home' }, { do: 'close', app: 'musical-note' }],
  texts: {
    task: 'Open.',
    done: 'You can open.',
    asks: ['Open the music.', 'Go home.', 'Close the music.'],
    worksheet: ['I opened.'],
    labels: words,
    inside: words
  }
});

const after = (...actions: AppsAction[]): AppsState => actions.reduce(apps.reduce, apps.start(params, 1));
const openMusic: AppsAction = { type: 'open', app: 'musical-note' };

test('the home screen shows six apps a page and turns no further than it goes', () => {
  expect(appsShown(after())).toHaveLength(6);
  expect(appsShown(after({ type: 'turn', to: 'next' }))).toEqual(['musical-note']);
  expect(after({ type: 'turn', to: 'previous' }).saying?.key).toBe('practice.touch.noPage');
});

test('another app opens as well, is named, and the way back is said', () => {
  expect(after({ type: 'open', app: 'memo' })).toMatchObject({
    at: { app: 'memo' },
    reached: 0,
    saying: { key: 'practice.touch.otherApp', values: { name: 'memo' } }
  });
});

test('open, home and close are reached one after the other', () => {
  const state = after(openMusic, { type: 'home' }, { type: 'overview' }, { type: 'close', app: 'musical-note' });
  expect(apps.judge(state)).toMatchObject({ done: true, helped: false, reached: 3 });
});

test('an app closed too early is opened again by the guide: no dead end', () => {
  const state = after(openMusic, { type: 'overview' }, { type: 'close', app: 'musical-note' }, { type: 'home' });
  expect(apps.guide(state)?.action).toEqual({ type: 'turn', to: 'next' });
});

test('the text alternative has the apps, the pages and both keys', () => {
  expect(apps.lines(after()).map(({ id }) => id)).toEqual([
    ...all.slice(0, 6),
    'page-previous',
    'page-next',
    'key-home',
    'key-overview',
    'undo'
  ]);
});
