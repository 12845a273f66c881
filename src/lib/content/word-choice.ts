import { localeFacts, type Locale } from '../i18n/locales';
import type { WrittenText } from './compile';
import { wordFinder, type Glossary } from './glossary';
import { sentencesOfStep } from './language';
import { plainText } from './lesson';
import { problemAt, type Problem } from './problem';
import { wordsOf } from './readability/words';

/** English words that German takes for granted, and older people have often never been told (CONTENT.md, rule 5). */
const foreign = new Set([
  ...['account', 'avatar', 'backup', 'banner', 'blog', 'bluetooth', 'browser', 'button', 'captcha', 'chat', 'chatbot'],
  ...['cloud', 'cookie', 'cookies', 'cursor', 'deepfake', 'desktop', 'domain', 'download', 'emoji', 'fake', 'feed'],
  ...['firewall', 'hashtag', 'hotspot', 'icon', 'influencer', 'link', 'login', 'mailbox', 'malware', 'messenger'],
  ...[
    'homepage',
    'newsletter',
    'phishing',
    'player',
    'podcast',
    'pop-up',
    'posting',
    'prompt',
    'provider',
    'roaming',
    'router'
  ],
  ...['scam', 'screenshot', 'server', 'smartphone', 'software', 'spam', 'streaming', 'support', 'tab', 'tabs'],
  ...['tracker', 'tutorial', 'update', 'upload', 'website', 'widget']
]);

const german: Record<string, string> = {
  ...{ anklicken: 'antippen', klicke: 'tippe', klicken: 'tippen', klickt: 'tippt' },
  ...{ applikation: 'App', applikationen: 'Apps', batterie: 'Akku', display: 'Bildschirm', touchscreen: 'Bildschirm' },
  ...{ email: 'E-Mail', emails: 'E-Mails', mail: 'E-Mail', mails: 'E-Mails', kennwort: 'Passwort' },
  ...{ 'w-lan': 'WLAN', wifi: 'WLAN' }
};

/** Names that a thing has elsewhere; in the lessons it has one (CONTENT.md, rule 5). */
const otherNames: Partial<Record<Locale, Record<string, string>>> = {
  de: german,
  'de-simple': german,
  en: { click: 'tap', clicks: 'taps', 'e-mail': 'email', wifi: 'Wi-Fi', wlan: 'Wi-Fi', passcode: 'PIN' }
};

/** Hints about single words, each word once a lesson and language: foreign and unexplained, or another name of a thing. */
export function checkWordChoice(texts: readonly WrittenText[], glossary: Glossary): Problem[] {
  return texts.flatMap((written) => {
    const { file, locale, lines, text } = written;
    const explained = wordFinder(glossary, locale);
    const said = new Set<string>();
    const names = otherNames[locale] ?? {};
    return text.steps.flatMap((step) =>
      sentencesOfStep(step).flatMap((sentence) =>
        wordsOf(plainText([sentence])).flatMap((word) => {
          const key = word.toLocaleLowerCase('de');
          if (said.has(key)) return [];
          said.add(key);
          const place = { file, line: lines.get(sentence) ?? lines.get(step) ?? 1 };
          const usual = Object.hasOwn(names, key) ? names[key] : undefined;
          if (usual) return [problemAt(place, 'word-other', `"${word}" is called "${usual}" elsewhere.`)];
          return localeFacts[locale].lang === 'de' && foreign.has(key) && !explained(word)
            ? [problemAt(place, 'word-foreign', `The glossary does not explain "${word}".`)]
            : [];
        })
      )
    );
  });
}
