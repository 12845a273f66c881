import type { Picture } from '$lib/content/lesson';
import type { PartsWords } from './words';

type Words = PartsWords['picture'];

/** One or more pictures of each screen, in the words of one language. */
export function pictureExamples(words: Words): Picture[] {
  return [...things(words), ...screens(words), ...windows(words)];
}

function things({ plate, device }: Words): Picture[] {
  const none = { labels: {}, on: [] };
  const parts = ['screen', 'camera', 'power', 'volume', 'charge', 'speaker', 'home'] as const;
  return [
    { ...none, screen: 'plate', items: [{ id: 'sunflower', label: '' }], alt: plate.alt },
    {
      ...none,
      screen: 'plate',
      items: [
        { id: 'bell', label: '' },
        { id: 'newspaper', label: '' }
      ],
      alt: plate.alt
    },
    { ...none, screen: 'device', items: parts.map((id) => ({ id, label: device[id] })), ring: 'power', alt: device.alt }
  ];
}

function screens({ home, apps, keyboard, gesture }: Words): Picture[] {
  const all = [
    { id: 'camera', label: home.camera },
    { id: 'envelope', label: home.envelope },
    { id: 'gear', label: home.gear },
    { id: 'world-map', label: home.map },
    { id: 'sun-behind-cloud', label: home.weather },
    { id: 'memo', label: home.notes }
  ];
  const open = [
    { id: 'newspaper', label: apps.news },
    { id: 'memo', label: apps.notes },
    { id: 'camera', label: apps.camera }
  ];
  return [
    { screen: 'home', items: all, labels: {}, on: [], ring: 'gear', alt: home.alt },
    { screen: 'home', items: all.slice(0, 4), labels: {}, on: [], ring: 'envelope', alt: home.alt },
    { screen: 'apps', items: open, labels: {}, on: [], ring: 'memo', alt: apps.alt },
    { screen: 'keyboard', items: [], labels: { text: keyboard.text }, on: [], ring: 'space', alt: keyboard.alt },
    ...(['tap', 'long', 'swipe', 'scroll', 'zoom'] as const).map((name): Picture => ({
      screen: 'gesture',
      gesture: name,
      items: [],
      labels: { [name]: gesture[name] },
      on: [],
      alt: gesture.alt
    }))
  ];
}

function windows({ list, dialog, panel, compare, wifi }: Words): Picture[] {
  const rows = [
    { id: 'size', label: list.size, detail: list.sizeValue },
    { id: 'bold', label: list.bold },
    { id: 'dark', label: list.dark }
  ];
  const buttons = [
    { id: 'keep', label: dialog.keep },
    { id: 'remove', label: dialog.remove }
  ];
  const parts = (['wifi', 'flight', 'brightness', 'volume'] as const).map((id) => ({ id, label: panel[id] }));
  const networks = [
    { id: 'library', label: wifi.library, detail: 'locked' },
    { id: 'cafe', label: wifi.cafe, detail: 'open' },
    { id: 'home', label: wifi.home, detail: 'locked' }
  ];
  return [
    { screen: 'list', items: rows, labels: { title: list.title }, on: ['bold'], ring: 'size', alt: list.alt },
    {
      screen: 'dialog',
      items: buttons,
      labels: { title: dialog.title, text: dialog.text },
      on: [],
      ring: 'keep',
      alt: dialog.alt
    },
    { screen: 'panel', items: parts, labels: {}, on: ['wifi'], ring: 'brightness', level: 80, alt: panel.alt },
    {
      screen: 'compare',
      items: [],
      labels: { small: compare.sentence, large: compare.sentence },
      on: [],
      alt: compare.alt
    },
    { screen: 'wifi', items: networks, labels: { title: wifi.title }, on: ['library'], alt: wifi.alt }
  ];
}
