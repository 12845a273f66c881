import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

type Tokens = Record<string, string>;

/** The declarations of every rule whose selector holds the mark, later ones winning, as a browser would. */
function tokensOf(mark: RegExp): Tokens {
  const rules = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].filter(([, selector = '']) => mark.test(selector));
  const lines = rules.flatMap(([, , body = '']) => [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)]);
  return Object.fromEntries(lines.map(([, name = '', value = '']) => [name, value.trim()]));
}

const light = tokensOf(/^\s*:root\s*$|^\s*:root,\s*\[data-theme='light'\]\s*$/);
const themes: Record<string, Tokens> = {
  light,
  dark: { ...light, ...tokensOf(/\[data-theme='dark'\]/) },
  contrast: { ...light, ...tokensOf(/\[data-theme='contrast'\]/) }
};

function channel(byte: number): number {
  const part = byte / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

/** WCAG 2.2, relative luminance. */
const luminance = (hex: string): number =>
  [0.2126, 0.7152, 0.0722].reduce(
    (sum, share, index) => sum + share * channel(parseInt(hex.slice(1 + index * 2, 3 + index * 2), 16)),
    0
  );

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function colour(tokens: Tokens, name: string): string {
  const value = tokens[name];
  if (!value || !/^#[0-9a-f]{6}$/.test(value)) throw new Error(`--${name} is no plain colour: ${value}`);
  return value;
}

const grounds = ['paper', 'surface', 'sunk'];
const tints = ['tint-daily', 'tint-family', 'tint-child', 'tint-maker'];
const glass = ['screen', 'screen-sunk', 'screen-key', 'screen-sky', 'screen-dusk', 'screen-dawn', 'screen-accent-soft'];

/** What may be written on what: at least 7:1 (WCAG 1.4.6). */
const words: [string, string[]][] = [
  ['ink', [...grounds, ...tints, 'primary-soft', 'right-soft', 'again-soft', 'stop-soft']],
  ['ink-soft', [...grounds, ...tints]],
  ['primary', grounds],
  ['on-primary', ['primary', 'primary-press']],
  ['on-primary-soft', ['primary-soft']],
  ['on-right-soft', ['right-soft']],
  ['on-again-soft', ['again-soft']],
  ['on-stop-soft', ['stop-soft']],
  ['on-call', ['call']],
  ['screen-ink', glass],
  ['screen-soft', ['screen', 'screen-sunk']],
  ['screen-on-accent', ['screen-accent']]
];

/** Outlines, signs and bars: at least 3:1 (WCAG 1.4.11). */
const signs: [string, string[]][] = [
  ['line', [...grounds, ...tints]],
  ['primary', [...grounds, 'primary-soft']],
  ['right', ['right-soft', 'surface', 'paper']],
  ['again', ['again-soft', 'surface', 'paper']],
  ['stop', ['stop-soft', 'surface', 'paper']],
  ['chart-1', ['surface', 'paper']],
  ['chart-2', ['surface', 'paper']],
  ['chart-3', ['surface', 'paper']],
  ['focus-outer', ['focus-inner']],
  ['on-call', ['call']],
  ['frame', grounds],
  ['screen-line', ['screen', 'screen-sunk']],
  ['screen-accent', glass],
  ['screen-mark', glass.filter((ground) => ground !== 'screen-accent-soft')],
  ['screen-mark', ['screen-mark-halo']]
];

const pairs = (list: [string, string[]][]) =>
  Object.keys(themes).flatMap((theme) =>
    list.flatMap(([front, backs]) => backs.map((back) => [theme, front, back] as const))
  );

/** Full pairs below the floor, so that a failing test names each. */
const below = (floor: number, list: [string, string[]][]): string[] =>
  pairs(list).flatMap(([theme, front, back]) => {
    const tokens = themes[theme] ?? light;
    const ratio = contrast(colour(tokens, front), colour(tokens, back));
    return ratio < floor ? [`${theme}: ${front} on ${back} has ${ratio.toFixed(2)}`] : [];
  });

describe('the colours of the three themes', () => {
  it('give every word 7:1 on every ground it may stand on', () => {
    expect(below(7, words)).toEqual([]);
  });

  it('give every outline and sign 3:1 against its ground', () => {
    expect(below(3, signs)).toEqual([]);
  });

  it('give the ring of the focus 3:1 in one of its two colours on every ground', () => {
    const backs = [...grounds, ...tints, 'primary', 'call', 'primary-soft', 'right-soft', 'again-soft', 'stop-soft'];
    const weak = pairs([['', backs]]).filter(([theme, , back]) => {
      const tokens = themes[theme] ?? light;
      const ratios = ['focus-inner', 'focus-outer'].map((ring) => contrast(colour(tokens, ring), colour(tokens, back)));
      return Math.max(...ratios) < 3;
    });
    expect(weak).toEqual([]);
  });

  it('are all said again in the dark and the contrast theme', () => {
    const own = Object.keys(tokensOf(/\[data-theme='light'\]/));
    expect(own.filter((name) => !(name in tokensOf(/\[data-theme='dark'\]/)))).toEqual([]);
    expect(own.filter((name) => !(name in tokensOf(/\[data-theme='contrast'\]/)))).toEqual([]);
  });
});

const rem = (tokens: Tokens, name: string): number => Number.parseFloat(tokens[name] ?? '');

describe('the text sizes', () => {
  it.each([
    [100, light],
    [125, { ...light, ...tokensOf(/\[data-text='125'\]\s*$/) }],
    [150, { ...light, ...tokensOf(/\[data-text='150'\]\s*$/) }],
    [200, { ...light, ...tokensOf(/\[data-text='200'\]\s*$/) }]
  ])('of %i %% keep targets and words above their floors', (percent, tokens) => {
    const px = (name: string) => (rem(tokens, name) * 16 * percent) / 100;
    expect(px('target')).toBeGreaterThanOrEqual(64);
    expect(px('target-staff')).toBeGreaterThanOrEqual(56);
    expect(px('target-next')).toBeGreaterThanOrEqual(88);
    expect(px('text-small')).toBeGreaterThanOrEqual((19 * percent) / 100 - 4);
    expect(px('text-small')).toBeGreaterThanOrEqual(19);
    expect(px('text-lead')).toBeGreaterThanOrEqual(22);
    expect(px('unit') * 3).toBeGreaterThanOrEqual(12);
  });
});
