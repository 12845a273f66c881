import type { Page } from '@playwright/test';

interface Fake {
  heard: { text: string; lang: string; rate: number }[];
  isSpeaking: () => boolean;
  finish: () => void;
  fail: () => void;
  word: (at: number, length: number) => void;
}

interface TestVoice {
  testVoice: Fake;
}

/**
 * A voice that a test can listen to, in place of the machine's. It says a sentence until `finishSentence` is called.
 * A fake only behind the browser's own port, because no test machine has a voice.
 */
export async function giveVoice(page: Page, voices: { lang: string; localService: boolean }[]): Promise<void> {
  await page.addInitScript((list) => {
    let now: SpeechSynthesisUtterance | undefined;
    class Utterance {
      lang = '';
      rate = 1;
      voice: unknown = null;
      onend: ((event: Event) => void) | null = null;
      onerror: ((event: Event) => void) | null = null;
      onboundary: ((event: Event) => void) | null = null;
      constructor(public text: string) {}
    }
    class Engine extends EventTarget {
      pending = false;
      paused = false;
      get speaking() {
        return now !== undefined;
      }
      getVoices = () =>
        list.map((one, index) => ({ ...one, name: `voice ${index}`, default: index === 0, voiceURI: String(index) }));
      speak = (words: SpeechSynthesisUtterance) => {
        if (now) throw new Error(`"${words.text}" is said while "${now.text}" is being said`);
        now = words;
        fake.heard.push({ text: words.text, lang: words.lang, rate: words.rate });
      };
      cancel = () => void (now = undefined);
    }
    const over = (tell: (words: SpeechSynthesisUtterance) => void) => {
      const said = now;
      now = undefined;
      if (said) tell(said);
    };
    const fake: Fake = {
      heard: [],
      isSpeaking: () => now !== undefined,
      finish: () => over((words) => words.onend?.(new Event('end') as SpeechSynthesisEvent)),
      fail: () => over((words) => words.onerror?.(new Event('error') as SpeechSynthesisErrorEvent)),
      word: (charIndex, charLength) =>
        now?.onboundary?.(
          Object.assign(new Event('boundary'), { name: 'word', charIndex, charLength }) as SpeechSynthesisEvent
        )
    };
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
    Object.defineProperty(window, 'speechSynthesis', { value: new Engine() });
    Object.assign(window, { testVoice: fake });
  }, voices);
}

/** Everything that was said so far. */
export const heard = (page: Page) => page.evaluate(() => (window as unknown as TestVoice).testVoice.heard);

/** The voice comes to the end of its sentence. */
export const finishSentence = (page: Page) => page.evaluate(() => (window as unknown as TestVoice).testVoice.finish());

/** The voice breaks off. */
export const failSentence = (page: Page) => page.evaluate(() => (window as unknown as TestVoice).testVoice.fail());

/** The voice comes to a word of its sentence. @returns the word that is marked on the page */
export const sayWord = (page: Page, at: number, length: number) =>
  page.evaluate(
    ([from, letters]) => {
      (window as unknown as TestVoice).testVoice.word(from, letters);
      return [...(CSS.highlights.get('read-word') ?? [])].map((range) => String(range)).join();
    },
    [at, length] as const
  );

/** Lets the voice say all that it still has to say. @returns each sentence, with what was marked meanwhile */
export const hearAll = (page: Page) =>
  page.evaluate(() => {
    const { testVoice } = window as unknown as TestVoice;
    const said: { text: string; marked: string }[] = [];
    const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
    while (testVoice.isSpeaking()) {
      const marks = [...document.querySelectorAll("[data-reading='']")].map((one) => plain(one.textContent));
      said.push({ text: plain(testVoice.heard.at(-1)?.text), marked: marks.join(' | ') });
      testVoice.finish();
    }
    return said;
  });

/** The text on the screen as the browser itself lays it out, without keys' own words, pictures and pretend screens. */
export const textOnScreen = (page: Page) =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    const marked = ':not(:has([data-sentence]), [data-sentence], [data-sentence] *)';
    sheet.replaceSync(
      `.current :is(:is(button, a, summary, input)${marked}, [role='img'], [aria-hidden='true'], .hidden, [data-pretend='true'])
      { display: none !important }`
    );
    document.adoptedStyleSheets.push(sheet);
    const text = document.querySelector<HTMLElement>('.current')?.innerText ?? '';
    document.adoptedStyleSheets.pop();
    return text;
  });
