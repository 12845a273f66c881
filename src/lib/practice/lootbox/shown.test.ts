import type { TFunction } from 'i18next';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { parse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { provideI18n } from '$lib/i18n/context';
import { familyLocales, houseLocales, isHouseLocale, localeFacts, locales, type Locale } from '$lib/i18n/locales';
import { translator, type MessageTree } from '$lib/i18n/translate';
import { hasScene, readScene, scenes } from '../../../../tests/support/scenes';
import Meter from './Meter.svelte';
import { eurosFor, handfuls, mostBoxes, paramsSchema, percentAfter, type LootboxParams } from './odds';
import { paper } from './paper';
import { lootbox } from './rules';
import { start, wishesIn, type LootboxState } from './state';

const files = import.meta.glob<MessageTree>('../../i18n/messages/*/practice-lootbox.json', {
  eager: true,
  import: 'default'
});

const played = scenes
  .filter(({ kind }) => kind === 'lootbox')
  .flatMap(({ scene }) =>
    locales
      .filter((locale) => hasScene({ kind: 'lootbox', scene }, locale))
      .map((locale) => ({ scene, locale, params: parse(paramsSchema, readScene('lootbox', scene, locale)) }))
  );

/** The kind's own messages in one language, as the pages say them. */
const speaker = (locale: Locale) =>
  translator(localeFacts[locale].lang, {
    'practice-lootbox': files[`../../i18n/messages/${locale}/practice-lootbox.json`] ?? {}
  }) as unknown as TFunction;

/** What stands in the cells of the table on the screen, from above to below. */
function tableOf(machine: LootboxState, locale: Locale): string[] {
  const inPage: Component<{ machine: LootboxState }> = (internals, props) => {
    provideI18n({ t: speaker(locale), locale, path: (to) => to });
    return Meter(internals, props);
  };
  const { body } = render(inPage, { context: new Map(), props: { machine } });
  return [...body.matchAll(/<td[^>]*>(.*?)<\/td>/gsu)].map(([, cell = '']) => cell);
}

/** What stands in its lines in the list. */
function listOf(machine: LootboxState, locale: Locale): string[] {
  const t = speaker(locale);
  return lootbox
    .lines(machine)
    .filter(({ id }) => ['opened', 'found', 'chance', 'coins', 'euros-spent'].includes(id))
    .map(({ words: line }) => (typeof line === 'string' ? line : String(t(line.key, line.values ?? {}))));
}

/**
 * The chance of at least one wish in so many boxes in whole percent, halves upwards, without a floating-point number.
 * At most 99: a wish is never sure.
 */
function exactPercent({ oneIn }: LootboxParams, boxes: number): number {
  const all = BigInt(oneIn) ** BigInt(boxes);
  const none = BigInt(oneIn - 1) ** BigInt(boxes);
  return Math.min(99, Number((200n * (all - none) + all) / (2n * all)));
}

/** The numbers in a text; of a chance as easy language gives it, "3 von 100", the first. */
const numbersIn = (text: string): number[] =>
  [...text.replace(/ von 100$/u, '').matchAll(/\d+/gu)].map(([digits]) => Number(digits));

/** The parts of a whole that a text names: "1 von 40", "one of 10", "1 Prozent". */
function sharesIn(text: string): number[] {
  const part = (word = '') => (/^\d/u.test(word) ? Number(word) : 1);
  return [
    ...[...text.matchAll(/(\d+|\bein(?:er|e)?|\bone) (?:von|in|of) (\d+)/giu)].map(
      ([, of, all]) => part(of) / Number(all)
    ),
    ...[...text.matchAll(/\bIn (\d+) Kisten ist eine/gu)].map(([, all]) => 1 / Number(all)),
    ...[...text.matchAll(/(\d+) (?:Prozent|percent)/giu)].map(([, percent]) => Number(percent) / 100)
  ];
}

const words = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(words) : [String(value)];

describe.each(played)('$scene in $locale', ({ locale, params }) => {
  const { oneIn, coinsABox, coinsAEuro } = params;

  it('shows a chance that is exact for every count of boxes', () => {
    for (let boxes = 0; boxes <= mostBoxes; boxes += 1)
      expect([boxes, percentAfter(params, boxes)]).toEqual([boxes, exactPercent(params, boxes)]);
  });

  it.each([
    ['table', tableOf],
    ['list', listOf]
  ])('says in its %s what was opened, found and spent, and the chance, with no other number', (_, shownIn) => {
    let state = lootbox.reduce(start(params, 7), { type: 'euros' });
    for (const boxes of [...handfuls, 50, 50] as const) {
      state = lootbox.reduce(state, { type: 'open', boxes });
      const { opened } = state.now;
      const chance = exactPercent(params, opened);
      const euros = Math.round((opened * coinsABox) / coinsAEuro);
      expect(shownIn(state, locale).map(numbersIn)).toEqual(
        [opened, wishesIn(state, 0, opened), chance, opened * coinsABox, euros].map((number) => [number])
      );
    }
  });

  it('has the same chances and euros on paper', () => {
    const [chances, euros] = paper(params);
    for (const line of chances?.solution ?? []) {
      const [boxes = 0, percent] = numbersIn(line);
      expect(percent).toBe(exactPercent(params, boxes));
    }
    for (const line of euros?.solution ?? []) {
      const [boxes = 0, coins, sum] = numbersIn(line);
      expect([coins, sum]).toEqual([coinsABox, eurosFor(params, boxes)]);
    }
  });

  // Read word by word in the languages of the house; the others name the same numbers (below).
  it.runIf(isHouseLocale(locale))('names odds, boxes and prices in its own words as they are', () => {
    const text = words(params.texts).join('\n');
    const boxes = [...text.matchAll(/(\d+) (?:Kisten|boxes)/gu)].map(([, count]) => Number(count));
    const prices = [...text.matchAll(/(\d+) euros?(?: (\d\d))?/giu)].map(
      ([, euros, cents]) => Number(euros) + Number(cents ?? 0) / 100
    );
    const box = coinsABox / coinsAEuro;
    expect(sharesIn(text).filter((share) => ![1 / oneIn, (oneIn - 1) / oneIn].includes(share))).toEqual([]);
    expect(boxes.filter((count) => ![oneIn, params.need].includes(count))).toEqual([]);
    expect(boxes).toContain(params.need);
    expect(prices.filter((price) => ![box, box * oneIn].includes(price))).toEqual([]);
  });
});

it.each(houseLocales)('what a scene says in %s about its odds is found', (locale) => {
  const { texts } = parse(paramsSchema, readScene('lootbox', 'golden-snail', locale));
  expect(sharesIn(words(texts).join('\n')).length).toBeGreaterThan(0);
});

it.each(familyLocales)('a scene names the same numbers in %s as in German', (locale) => {
  const numbers = (of: Locale) => {
    const { texts } = parse(paramsSchema, readScene('lootbox', 'golden-snail', of));
    return [...new Set(words(texts).flatMap(numbersIn))].sort((a, b) => a - b);
  };
  expect(numbers('de').length).toBeGreaterThan(1);
  expect(numbers(locale)).toEqual(numbers('de'));
});
