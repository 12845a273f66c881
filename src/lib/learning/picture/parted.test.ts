import { expect, it } from 'vitest';
import type { Picture } from '$lib/content/lesson';
import { addressesParted } from './parted';

const shown = (text: string): string => {
  const picture: Picture = {
    screen: 'list',
    items: [{ id: 'row', label: text, detail: text }],
    labels: { title: text },
    on: [],
    alt: text
  };
  const { items, labels, alt } = addressesParted(picture);
  expect(items[0]?.detail).toBe(items[0]?.label);
  expect(labels['title']).toBe(items[0]?.label);
  expect(alt).toBe(text);
  return (labels['title'] ?? '').replaceAll('\u200b', '|');
};

it('lets an address part where its pieces end', () => {
  expect(shown('stadtwerke.laden.example/start')).toBe('stadtwerke.|laden.|example/|start');
  expect(shown('lotte@gartenpost.example')).toBe('lotte@|gartenpost.|example');
});

it('leaves sentences, times and sums as they are', () => {
  for (const text of ['Kommen Sie um 14.30 Uhr.', '1.900 Euro', 'Einstellungen']) expect(shown(text)).toBe(text);
});
