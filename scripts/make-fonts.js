// Cuts the typefaces to the letters and weights that the pages use, into .svelte-kit/fonts ($fonts in src/lib/ui/fonts.css).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

/** Of the weights of tokens.css, 430 to 700. */
const weights = { wght: { min: 400, max: 700 } };
const target = fileURLToPath(new URL('../.svelte-kit/fonts/', import.meta.url));
const atkinson = 'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next';

/**
 * One file a script, each with the letters of its `unicode-range` in fonts.css. Turkish has six letters more than Latin 1,
 * and no need of the hundreds of others.
 * @type {Record<string, [file: string, ranges: [first: number, last: number][]]>}
 */
const fonts = {
  'atkinson-latin': [
    `${atkinson}-latin-wght-normal.woff2`,
    [
      [0x20, 0xff],
      [0x131, 0x131],
      [0x152, 0x153],
      [0x2bb, 0x2bc],
      [0x2c6, 0x2dc],
      [0x2000, 0x206f],
      [0x20ac, 0x20ac],
      [0x2122, 0x2122],
      [0x2191, 0x2193],
      [0x2212, 0x2215]
    ]
  ],
  'atkinson-turkish': [
    `${atkinson}-latin-ext-wght-normal.woff2`,
    [
      [0x11e, 0x11f],
      [0x130, 0x130],
      [0x15e, 0x15f]
    ]
  ],
  'atkinson-latin-ext': [
    `${atkinson}-latin-ext-wght-normal.woff2`,
    [
      [0x100, 0x2ba],
      [0x1e00, 0x1eff],
      [0x20a0, 0x20cf]
    ]
  ],
  'readex-arabic': [
    'readex-pro/files/readex-pro-arabic-wght-normal.woff2',
    [
      [0x600, 0x6ff],
      [0x750, 0x77f],
      [0x870, 0x8ff],
      [0xfb50, 0xfdff],
      [0xfe70, 0xfefc]
    ]
  ],
  'noto-cyrillic': [
    'noto-sans/files/noto-sans-cyrillic-wght-normal.woff2',
    [
      [0x301, 0x301],
      [0x400, 0x45f],
      [0x490, 0x491],
      [0x4b0, 0x4b1],
      [0x2116, 0x2116]
    ]
  ]
};

const { resolve } = createRequire(import.meta.url);
mkdirSync(target, { recursive: true });
for (const [name, [file, ranges]] of Object.entries(fonts)) {
  const whole = readFileSync(resolve(`@fontsource-variable/${file}`));
  const letters = ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, place) => String.fromCodePoint(first + place))
  );
  const cut = await subsetFont(whole, letters.join(''), { targetFormat: 'woff2', variationAxes: weights });
  writeFileSync(`${target}${name}.woff2`, cut);
}
