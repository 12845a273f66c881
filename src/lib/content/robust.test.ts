import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aContent, checkOptions } from '../../../tests/support/content';
import { checkContent } from './check';

const files = [...aContent().keys()];

/** A file with lines of it taken out, doubled or replaced by what authors mistype. */
const mistyped = fc.record({
  file: fc.constantFrom(...files),
  at: fc.nat(60),
  taken: fc.nat(3),
  put: fc.array(
    fc.oneof(
      fc.constantFrom(
        '---',
        ':::',
        ':::question',
        ':::picture{alt="',
        '## {#',
        '- [x] |',
        '- ',
        '1.',
        '|',
        'id: [',
        '\t',
        'steps: 3',
        '&x *x',
        '# ',
        '> ',
        '<b'
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 })
    ),
    { maxLength: 4 }
  )
});

describe('whatever an author types', () => {
  it('the checker never throws, and every problem is at a line of a file', () => {
    fc.assert(
      fc.property(fc.array(mistyped, { minLength: 1, maxLength: 3 }), (mistakes) => {
        const sources = new Map(aContent());
        for (const { file, at, taken, put } of mistakes) {
          const lines = (sources.get(file) ?? '').split('\n');
          lines.splice(Math.min(at, lines.length), taken, ...put);
          sources.set(file, lines.join('\n'));
        }
        for (const { file, line, message } of checkContent(sources, checkOptions).problems) {
          const count = sources.get(file)?.split(/\n/u).length ?? 1;
          expect(line, `${file}: ${message}`).toBeGreaterThan(0);
          expect(line, `${file}: ${message}`).toBeLessThanOrEqual(count + 1);
        }
      }),
      { numRuns: 100 }
    );
  });
});
