import { describe, expect, it } from 'vitest';
import type { Heard } from '$lib/ui/voice.browser';
import { ReadAloud } from './read-aloud.svelte';
import type { Part, Spoken } from './sentences';

const part = (): Part => ({ nodeType: 1, nodeValue: null, childNodes: [] });
const sentence = (text: string): Spoken => ({ place: part(), texts: [], text });

/** A reader on a page with these sentences, and what its voice was given. */
function aReader(...texts: string[]) {
  const page = texts.map(sentence);
  const said: string[] = [];
  let heard: Heard | undefined;
  let marked: string | undefined;
  const words: [number, number | undefined][] = [];
  const reader = new ReadAloud(
    {
      watch: () => () => undefined,
      say: (text, next) => {
        said.push(text);
        heard = next;
      },
      hush: () => (heard = undefined)
    },
    {
      read: () => page,
      mark: (at) => (marked = at && `${at.isWaiting ? 'waits at ' : ''}${at.spoken.text}`),
      markWord: (_, at, length) => words.push([at, length])
    }
  );
  return {
    reader,
    page,
    said,
    words,
    end: () => heard?.onend(),
    fail: () => heard?.onfail(),
    word: (at: number) => heard?.onword(at, undefined),
    isQuiet: () => heard === undefined,
    marked: () => marked
  };
}

const place = part();

describe('reading aloud', () => {
  it('says one sentence after the other, marks each, and is still at the end', () => {
    const { reader, said, end, marked } = aReader('A.', 'B.');
    reader.tap(place);
    expect([said, marked()]).toEqual([['A.'], 'A.']);
    end();
    expect([said, marked()]).toEqual([['A.', 'B.'], 'B.']);
    end();
    expect([reader.state, marked()]).toEqual(['still', undefined]);
  });

  it('pauses, and goes on with the same sentence', () => {
    const { reader, said, end, isQuiet, marked } = aReader('A.', 'B.', 'C.');
    reader.tap(place);
    end();
    reader.tap(place);
    expect([reader.state, isQuiet(), marked()]).toEqual(['paused', true, 'waits at B.']);
    reader.tap(place);
    expect(said).toEqual(['A.', 'B.', 'B.']);
    end();
    expect(said.at(-1)).toBe('C.');
  });

  it('begins anew at another place, also out of a pause', () => {
    const { reader, said, end } = aReader('A.', 'B.');
    reader.tap(place);
    end();
    reader.pause();
    reader.tap(part());
    expect(said).toEqual(['A.', 'B.', 'A.']);
  });

  it('also says what has come behind the sentence meanwhile, and leaves out what is gone', () => {
    const { reader, page, said, end } = aReader('A.', 'B.', 'C.');
    reader.tap(place);
    page.splice(1, 0, sentence('New.'));
    end();
    expect(said.at(-1)).toBe('New.');
    page.splice(1, 1);
    end();
    expect(said.at(-1)).toBe('B.');
  });

  it('goes on with the next sentence in the place of one that is gone in a pause', () => {
    const { reader, page, said, end } = aReader('A.', 'B.', 'C.');
    reader.tap(place);
    end();
    reader.pause();
    page.splice(1, 1);
    reader.tap(place);
    expect(said.at(-1)).toBe('C.');
  });

  it('leaves out one sentence that cannot be said', () => {
    const { reader, said, fail, end } = aReader('A.', 'B.', 'C.');
    reader.tap(place);
    fail();
    end();
    expect([said, reader.failed]).toEqual([['A.', 'B.', 'C.'], false]);
    fail();
    expect([reader.state, reader.failed]).toEqual(['paused', true]);
  });

  it('stops kindly when the voice fails twice, says so, and keeps the place', () => {
    const { reader, said, fail, marked } = aReader('A.', 'B.', 'C.');
    reader.tap(place);
    fail();
    fail();
    expect([reader.state, reader.failed, marked()]).toEqual(['paused', true, 'waits at B.']);
    reader.tap(place);
    expect([said.at(-1), reader.state, reader.failed]).toEqual(['B.', 'speaking', false]);
  });

  it('tells where a word is in the text as it stands on the page', () => {
    const { reader, words, word } = aReader('\n  Tippen Sie. ');
    reader.tap(place);
    word(7);
    expect(words).toEqual([[10, undefined]]);
  });

  it('says nothing where nothing can be read', () => {
    const { reader, said } = aReader();
    reader.tap(place);
    expect([said, reader.state]).toEqual([[], 'still']);
  });
});
