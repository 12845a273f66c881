import { describe, expect, it } from 'vitest';
import { scriptsLast } from './scripts-last';

const page = `<head>
  <link href="/a.js" rel="modulepreload">
  <link href="/b.js" rel="modulepreload">
  <link href="/a.css" rel="stylesheet">
</head><body></body>`;

describe("a page's head", () => {
  it('asks for style sheets first, and for scripts with less weight', () => {
    expect(scriptsLast(page)).toBe(`<head>
  <link href="/a.css" rel="stylesheet">
  <link href="/a.js" rel="modulepreload" fetchpriority="low">
  <link href="/b.js" rel="modulepreload" fetchpriority="low">
</head><body></body>`);
  });

  it.each([
    ['a head without scripts', '<head></head>'],
    ['a later part', '<p><link href="/a.js" rel="modulepreload"></p>']
  ])('stays as it is in %s', (_, html) => {
    expect(scriptsLast(html)).toBe(html);
  });
});
