import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Voice, type Heard } from './voice.browser';

interface Utterance {
  text: string;
  lang: string;
  rate: number;
  onend: () => void;
  onerror: () => void;
  onboundary: (event: { name: string; charIndex: number; charLength: number }) => void;
}

interface Found {
  lang: string;
  localService: boolean;
  default?: boolean;
}

let voices: Found[] = [];
let spoken: Utterance[] = [];
let cancelled = 0;

class Engine extends EventTarget {
  speaking = false;
  pending = false;
  paused = false;
  getVoices = () => voices;
  speak = (words: Utterance) => {
    spoken.push(words);
    this.speaking = true;
  };
  cancel = () => {
    cancelled += 1;
    this.speaking = false;
  };
}

let engine = new Engine();

beforeEach(() => {
  vi.useFakeTimers();
  [voices, spoken, cancelled, engine] = [[{ lang: 'de-DE', localService: true }], [], 0, new Engine()];
  vi.stubGlobal('speechSynthesis', engine);
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      constructor(readonly text: string) {}
    }
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What is heard of a text, as one word each. */
function heard(): Heard & { told: string[] } {
  const told: string[] = [];
  return {
    told,
    onend: () => told.push('end'),
    onfail: () => told.push('fail'),
    onword: (at, length) => told.push(`${at}+${String(length)}`)
  };
}

describe('the voice of the device', () => {
  it.each<[string, string, Found[], string | undefined]>([
    ['its own choice for the language', 'de', [aVoice('de-AT'), { ...aVoice('de-DE'), default: true }], 'de-DE'],
    ['that of the wanted region', 'en-GB', [aVoice('en-US'), aVoice('en-GB')], 'en-GB'],
    ['any of the language', 'ar-u-nu-latn', [aVoice('de-DE'), aVoice('ar-SA')], 'ar-SA'],
    ['one as Android writes it', 'de', [aVoice('de_DE')], 'de_DE'],
    ['none that lives elsewhere', 'de', [{ lang: 'de-DE', localService: false }], undefined],
    ['none of another language', 'uk', [aVoice('ru-RU')], undefined],
    ['none of a language that only begins alike', 'ar', [aVoice('arn-CL')], undefined]
  ])('is %s', (_name, tag, there, lang) => {
    voices = there;
    const found = vi.fn();
    const voice = new Voice(tag, () => 'normal');
    voice.watch(found)();
    expect(found.mock.calls).toEqual([[lang !== undefined]]);
    voice.say('A.', heard());
    if (lang !== undefined) expect(spoken.map((words) => words.lang)).toEqual([lang]);
  });

  it('is found late, where the browser tells and where it does not', () => {
    voices = [];
    const found = vi.fn();
    const end = new Voice('de', () => 'normal').watch(found);
    voices = [aVoice('de-DE')];
    engine.dispatchEvent(new Event('voiceschanged'));
    vi.advanceTimersByTime(2000);
    expect(found.mock.calls.flat()).toEqual([false, true, true]);
    end();
    engine.dispatchEvent(new Event('voiceschanged'));
    expect(found).toHaveBeenCalledTimes(3);
  });

  it('speaks at the pace that is set when it begins', () => {
    let pace: 'slow' | 'fast' = 'slow';
    const voice = new Voice('de', () => pace);
    voice.say('A.', heard());
    pace = 'fast';
    voice.say('B.', heard());
    expect(spoken.map(({ rate }) => rate)).toEqual([0.75, 1.2]);
  });

  it('says one text at a time, and tells nothing more of what was cut off', () => {
    const [first, second] = [heard(), heard()];
    const voice = new Voice('de', () => 'normal');
    voice.say('A.', first);
    expect(cancelled).toBe(0);
    voice.say('B.', second);
    expect(cancelled).toBe(1);
    spoken[0]?.onerror();
    spoken[0]?.onend();
    spoken[1]?.onend();
    spoken[1]?.onend();
    expect([first.told, second.told]).toEqual([[], ['end']]);
  });

  it('tells when it broke off, or never came to its end', () => {
    const [broken, stuck] = [heard(), heard()];
    const voice = new Voice('de', () => 'normal');
    voice.say('A.', broken);
    spoken[0]?.onerror();
    voice.say('B.', stuck);
    vi.advanceTimersByTime(60_000);
    expect([broken.told, stuck.told]).toEqual([['fail'], ['fail']]);
  });

  it('is waited for as long as it tells of words', () => {
    const long = heard();
    new Voice('de', () => 'normal').say('Eins zwei.', long);
    for (const charIndex of [0, 5]) {
      vi.advanceTimersByTime(8000);
      spoken[0]?.onboundary({ name: 'word', charIndex, charLength: charIndex === 0 ? 4 : 0 });
    }
    spoken[0]?.onboundary({ name: 'sentence', charIndex: 0, charLength: 10 });
    vi.advanceTimersByTime(8000);
    spoken[0]?.onend();
    expect(long.told).toEqual(['0+4', '5+undefined', 'end']);
  });

  it('wakes an engine that somebody has left paused', () => {
    const resume = vi.fn();
    Object.assign(engine, { paused: true, resume });
    new Voice('de', () => 'normal').say('A.', heard());
    expect(resume).toHaveBeenCalledOnce();
  });
});

function aVoice(lang: string): Found {
  return { lang, localService: true };
}
