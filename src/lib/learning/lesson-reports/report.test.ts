import { parse, safeParse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { newId } from '$lib/base/id';
import { world } from '$lib/base/world';
import { lessonReportSchema, whatBroke } from './report';

const broken = (error: string) => ({
  id: newId(world),
  what: 'broken',
  locale: 'de',
  kind: 'bank',
  scene: 'plumber-bill',
  error
});

describe('what broke', () => {
  it('is the kind of fault and its place in the code, as three browsers write it', () => {
    const at = (stack: string) => whatBroke(Object.assign(new TypeError('x is null'), { stack }));
    expect(at('TypeError: x is null\n    at de (https://treff.example/_app/immutable/chunks/D4_f-2a.js:1:2034)')).toBe(
      'TypeError at D4_f-2a.js:1:2034'
    );
    expect(at('de@https://treff.example/_app/immutable/chunks/a.js:3:20\n@https://treff.example/b.js:1:1')).toBe(
      'TypeError at a.js:3:20'
    );
    expect(at('')).toBe('TypeError');
    expect(whatBroke('Hannelore')).toBe('Error');
  });

  it('says nothing of what somebody has typed, even where it looks like code', () => {
    for (const typed of ['Hannelore1944', 'x\n    at /mein/konto.js:12:34', 'DE89 3704 0044 0532 0130 00']) {
      const said = whatBroke(new SyntaxError(`Cannot read ${typed}`));
      expect(said).toMatch(/^SyntaxError at report\.test\.ts:\d+:\d+$/u);
    }
  });

  it('is all that the server writes down', () => {
    expect(parse(lessonReportSchema, broken(whatBroke(new RangeError('too long'))))).toMatchObject({
      error: expect.stringMatching(/^RangeError at /u)
    });
    for (const error of ['', 'Error\nA line of the log', 'Error: Hannelore', `Error at ${'a'.repeat(100)}:1:1`])
      expect(safeParse(lessonReportSchema, broken(error)).success).toBe(false);
  });
});
