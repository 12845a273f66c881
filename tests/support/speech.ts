import type { Page } from '@playwright/test';

/**
 * A voice that a test can listen to, in place of the machine's. It says a sentence until `finishSentence` is called.
 * A fake only behind the browser's own port, because no test machine has a voice.
 */
export async function giveVoice(page: Page, voices: { lang: string; localService: boolean }[]): Promise<void> {
  await page.addInitScript((list) => {
    const heard: { text: string; lang: string; rate: number }[] = [];
    let now: SpeechSynthesisUtterance | undefined;
    class Utterance {
      lang = '';
      rate = 1;
      voice: unknown = null;
      onend: ((event: Event) => void) | null = null;
      onerror: ((event: Event) => void) | null = null;
      constructor(public text: string) {}
    }
    const voice = Object.assign(new EventTarget(), {
      getVoices: () =>
        list.map((one, index) => ({ ...one, name: `voice ${index}`, default: index === 0, voiceURI: String(index) })),
      speak: (words: SpeechSynthesisUtterance) => {
        now = words;
        heard.push({ text: words.text, lang: words.lang, rate: words.rate });
      },
      cancel: () => void (now = undefined)
    });
    const finish = () => {
      const ended = now;
      now = undefined;
      ended?.onend?.(new Event('end') as SpeechSynthesisEvent);
    };
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
    Object.defineProperty(window, 'speechSynthesis', { value: voice });
    Object.assign(window, { testVoice: { heard, finish } });
  }, voices);
}

interface TestVoice {
  testVoice: { heard: { text: string; lang: string; rate: number }[]; finish: () => void };
}

/** Everything that was said so far. */
export const heard = (page: Page) => page.evaluate(() => (window as unknown as TestVoice).testVoice.heard);

/** The voice comes to the end of its sentence. */
export const finishSentence = (page: Page) => page.evaluate(() => (window as unknown as TestVoice).testVoice.finish());
