import { describe, expect, it } from 'vitest';
import { calendarFile } from './calendar-file';
import { is } from 'valibot';
import bankDe from '$lib/i18n/messages/de/family-bank.json';
import bankSimple from '$lib/i18n/messages/de-simple/family-bank.json';
import bankEn from '$lib/i18n/messages/en/family-bank.json';
import { formatStamp } from '$lib/base/clock';
import { isTooLarge } from '$lib/sync/admit';
import { largestDataBytes } from '$lib/sync/event';
import { anId } from '../../../tests/support/events';
import { ages, bank, bankOf, themes } from './bank';
import { agreementSigned, detailWritten, longestStrokes, longestWords, mostSigned, ruleWritten } from './events';
import { plainDate, weeksAfter } from './local-date';
import { linesOf, strokesToText } from './strokes';

describe('the bank of rules', () => {
  it.each([
    ['de', bankDe],
    ['de-simple', bankSimple],
    ['en', bankEn]
  ])('has words for each rule in %s, short enough to be signed', (_, { rules, themes: named }) => {
    expect(Object.keys(rules)).toEqual(Object.keys(bank));
    expect(Object.keys(named)).toEqual([...themes]);
    for (const words of Object.values(rules)) expect(words.length).toBeLessThanOrEqual(120);
  });

  it('offers something of every theme at every age, and not more than can be looked over', () => {
    for (const theme of themes)
      for (const age of ages) {
        const count = bankOf(theme, age).length;
        expect(count, `${theme} at ${age}`).toBeGreaterThanOrEqual(3);
        expect(count, `${theme} at ${age}`).toBeLessThanOrEqual(7);
      }
  });

  it('keeps a young child from no rule of theirs, and a grown one from what is not for them', () => {
    expect(bankOf('chat', '8')).toContain('only-known');
    expect(bankOf('chat', '16')).not.toContain('only-known');
    expect(bankOf('promises', '8')).not.toContain('no-secret-reading');
  });
});

describe('what may be written', () => {
  const written = { agreement: 'one', rule: 'own', by: 'all', on: true };

  it.each([
    ['own words up to the longest', { ...written, words: 'x'.repeat(longestWords) }, true],
    ['no longer ones', { ...written, words: 'x'.repeat(longestWords + 1) }, false],
    ['no empty ones', { ...written, words: '  ' }, false],
    ['nobody else promises', { ...written, by: 'grandpa' }, false]
  ])('%s', (_, data, expected) => {
    expect(is(ruleWritten.schema, data)).toBe(expected);
  });

  it('a day is a day, or none', () => {
    const day = (text: string) => is(detailWritten.schema, { agreement: 'one', what: 'review', text });
    expect([day('2027-01-08'), day(''), day('soon')]).toEqual([true, true, false]);
  });

  it('the largest signature fits into an event in any alphabet, and will when it is sealed', () => {
    const data = {
      ...{ agreement: 'a'.repeat(40), who: 'parents', on: true, name: '字'.repeat(60) },
      writings: Array.from({ length: mostSigned }, (_, n) => anId(n)),
      strokes: '1,1 '.repeat(longestStrokes / 4)
    };
    expect(is(agreementSigned.schema, data)).toBe(true);
    expect(isTooLarge(data)).toBe(false);
    // AES-GCM adds 16 bytes, its nonce 12, base64 a third, and the fields that hold them some more (docs/decisions/0036).
    // Carried over, it has its id and stamp with it (docs/decisions/0039).
    const carried = { id: anId(1), at: formatStamp({ ms: Date.now(), counter: 0, device: anId(2) }) };
    const inner = new TextEncoder().encode(JSON.stringify({ type: agreementSigned.type, data, ...carried })).length;
    expect(Math.ceil((inner + 28) / 3) * 4 + 40).toBeLessThanOrEqual(largestDataBytes);
  });
});

describe('strokes', () => {
  it('are kept as short text, and drawn again', () => {
    const text = strokesToText([
      [
        { x: 0, y: 0 },
        { x: 0.5, y: 0.5 }
      ],
      [{ x: 1, y: 1 }]
    ]);
    expect(text).toBe('0,0 300,100;600,200');
    expect(linesOf(text)).toEqual(['0,0 300,100', '600,200 600,200']);
    expect([strokesToText([]), linesOf('')]).toEqual(['', []]);
  });

  it('stay within the field, wherever the finger goes', () => {
    expect(strokesToText([[{ x: -1, y: 9 }]])).toBe('0,200');
  });

  it('of a scribble that goes on and on still fit, and are whole numbers to the end', () => {
    const scribble = Array.from({ length: 40 }, (_, line) =>
      Array.from({ length: 200 }, (__, n) => ({ x: (n % 100) / 100, y: ((n * 7 + line) % 50) / 50 }))
    );
    const text = strokesToText(scribble);
    expect(text.length).toBeLessThanOrEqual(longestStrokes);
    expect(text.length).toBeGreaterThan(longestStrokes / 2);
    expect(linesOf(text).length).toBe(text.split(';').length);
  });
});

describe('the day to talk again', () => {
  const title = 'Über Regeln reden';
  const file = (now: number) =>
    calendarFile(title, { days: [{ id: 'one', title, description: 'Was klappt?', date: '2027-01-08' }], now });

  it('is a whole day in a calendar file, the same entry each time', () => {
    const text = file(0);
    expect(text).toContain('BEGIN:VCALENDAR');
    expect(text).toContain('DTSTART;VALUE=DATE:20270108');
    expect(text).toContain('SUMMARY:Über Regeln reden');
    const uid = (of: string) => /UID:.*/.exec(of)?.[0];
    expect(uid(file(86_400_000))).toBe(uid(text));
    expect(uid(text)).toContain('one');
  });

  it('is counted in weeks, over the end of a month and the change of the clock', () => {
    expect(weeksAfter('2026-11-27', 4)).toBe('2026-12-25');
    expect(weeksAfter('2027-03-20', 12)).toBe('2027-06-12');
    expect(plainDate(new Date(2026, 10, 27, 23, 30).getTime())).toBe('2026-11-27');
  });
});
