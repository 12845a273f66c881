import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const source = new URL('../../', import.meta.url);
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.svelte$|ui\/(base|fonts)\.css$/.test(file)
);

/** The style of a component or sheet, without comments. */
function styleOf(file: string): string {
  const text = readFileSync(new URL(file.split('/').map(encodeURIComponent).join('/'), source), 'utf8');
  const style = file.endsWith('.css')
    ? text
    : [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css]) => css).join('\n');
  return style.replace(/\/\*[\s\S]*?\*\//g, '');
}

const declarations = (file: string): string[] => styleOf(file).match(/[\w-]+\s*:[^:;{}]+(?=[;}])/g) ?? [];

/** Each rule: its name, and what breaks it. Sources: STYLE 17, ACCESSIBILITY P01, P08, P09, P14, O09. */
const rules: [string, RegExp][] = [
  ['no lengths in px but hairlines', /:.*?(?<![\w#.-])(?!1px|0px)\d*\.?\d+px/],
  [
    'no left and right',
    /^(margin|padding|border)-(left|right)|^(left|right|float)\s*:|^text-align\s*:\s*(left|right|justify)/
  ],
  [
    'no physical width, height, top and bottom',
    /^(min-|max-)?(width|height)\s*:|^(top|bottom)\s*:|^(margin|padding|border)-(top|bottom)/
  ],
  ['no capitals', /text-transform\s*:\s*uppercase/],
  ['no !important', /!important/],
  ['no colours but tokens', /:.*(#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\()/i],
  ['no endless motion', /^animation\s*:.*infinite/]
];

describe('the styles of every component', () => {
  it.each(rules)('have %s', (_name, broken) => {
    const found = files.flatMap((file) =>
      declarations(file)
        .filter((line) => broken.test(line.trim()))
        .map((line) => `${file}: ${line.trim()}`)
    );
    expect(found).toEqual([]);
  });

  it('use no style attribute and no {@html}, which the content security policy and the house forbid', () => {
    const markup = files
      .filter((file) => file.endsWith('.svelte'))
      .map((file) => ({
        file,
        text: readFileSync(new URL(file.split('/').map(encodeURIComponent).join('/'), source), 'utf8')
      }));
    expect(markup.filter(({ text }) => /\sstyle=|\sstyle:[\w-]+|\{@html/.test(text)).map(({ file }) => file)).toEqual(
      []
    );
  });

  it('use only tokens that exist', () => {
    const tokens = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
    const known = new Set([...tokens.matchAll(/--([\w-]+):/g)].map(([, name]) => name));
    const unknown = files.flatMap((file) => {
      const style = styleOf(file);
      const own = new Set([...style.matchAll(/--([\w-]+):/g)].map(([, name]) => name));
      const used = [...style.matchAll(/var\(--([\w-]+)\)/g)].map(([, name]) => name);
      return used.filter((name) => !known.has(name) && !own.has(name)).map((name) => `${file}: --${name}`);
    });
    expect(unknown).toEqual([]);
  });
});
