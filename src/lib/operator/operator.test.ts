import { describe, expect, it } from 'vitest';
import { logoKind, paragraphs } from './operator';

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

describe('the kind of a logo', () => {
  it.each([
    ['a PNG', '\x89PNG\r\n\x1a\nIHDR', 'png'],
    ['a JPEG', '\xff\xd8\xff\xe0JFIF', 'jpeg'],
    ['a WebP', 'RIFF1234WEBPVP8 ', 'webp'],
    ['an SVG, which could carry a script', '<svg xmlns="http', undefined],
    ['a page that calls itself a picture', '<!doctype html>', undefined],
    ['nothing', '', undefined]
  ])('%s', (_, text, kind) => {
    expect(logoKind(bytes(text))).toBe(kind);
  });
});

describe('a text of paragraphs', () => {
  it.each([
    ['parts them at empty lines', 'A\nB\n\nC', [['A', 'B'], ['C']]],
    ['takes the line ends of every system', 'A\r\nB\r\n\r\nC', [['A', 'B'], ['C']]],
    ['drops blank ones', '\n\n  \nA\n\n\n\nB  ', [['A'], ['B']]],
    ['is empty when nothing is written', ' \n ', []]
  ])('%s', (_, text, expected) => {
    expect(paragraphs(text)).toEqual(expected);
  });
});
