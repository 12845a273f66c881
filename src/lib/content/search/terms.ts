import { localeFacts, type Locale } from '../../i18n/locales';

const stopWords: Record<string, ReadonlySet<string>> = {
  de: new Set(
    (
      'aber alle als also am an auch auf aus bei beim bin bis da damit dann das dass dem den der des die dies diese dieser ' +
      'du durch ein eine einem einen einer er es für geht gibt habe haben hat hier ich ihr ihre ihren im in ist ja jetzt kann ' +
      'können man mehr mein meine meinem meinen mich mir mit muss nach noch nun nur oder ob schon sein seine sich sie sind ' +
      'so soll tun um und uns unser vom von vor was weg wenn wer werden wie wir wird wo wohin wozu zu zum zur über'
    ).split(' ')
  ),
  en: new Set(
    (
      'a about all am an and any are as at be by can could do does for from get go has have how i if in is it its just me ' +
      'my no of on or our should so some that the their them then there these they this to us was we what when where which ' +
      'who why will with you your'
    ).split(' ')
  ),
  tr: new Set(
    'acaba ama ben benim bir bu bunu da daha de diye gibi için ile ise kadar ki mi mı mu mü nasıl ne neden nerede o onu sen siz şu ve veya ya'.split(
      ' '
    )
  ),
  uk: new Set(
    'а або але бо в вона вони він де для до з за і й її його коли мене мені ми моя мій на над не ні про та так те ти то у чи що щоб як я'.split(
      ' '
    )
  ),
  ru: new Set(
    'а бы в вы где для до его её если и из или их к как когда ли меня мне мой моя мы на не но о об он она они от по с со так то у что чтобы это я'.split(
      ' '
    )
  ),
  ar: new Set(
    'أنا أن أو إلى التي الذي بعد تلك ثم على عن عند في قبل كيف لا لم لماذا لن ما ماذا مع من متى هذا هذه هل هو هي و يا أين'.split(
      ' '
    )
  )
};

/** Spellings that sound alike are one: what is misspelt by ear is found. The order matters. */
const alike: [RegExp, string][] = [
  [/ß/gu, 'ss'],
  [/\p{M}/gu, ''],
  // Turkish and Arabic letters that are written for one another
  [/ı/gu, 'i'],
  [/ة/gu, 'ه'],
  [/ى/gu, 'ي'],
  [/ـ/gu, ''],
  // "ue" for "ü" and the like, on every keyboard that has no umlauts
  [/([aou])e/gu, '$1'],
  [/ie/gu, 'i'],
  [/([aeiou])h(?![aeiou])/gu, '$1'],
  [/ph/gu, 'f'],
  [/[td]h|dt/gu, 't'],
  [/[td]z/gu, 'z'],
  [/ck|c(?!h)/gu, 'k'],
  [/y/gu, 'i'],
  [/(\p{L})\1+/gu, '$1']
];

/** Endings by language, longest first, and how many letters must stay. */
const endings: Record<string, [ending: RegExp, stays: number][]> = {
  de: [
    [/(?:ern|em|en|er|es|e|n)$/u, 3],
    [/s$/u, 2]
  ],
  en: [
    [/(?:ing|ed|es|e)$/u, 3],
    [/s$/u, 2]
  ],
  // Turkish endings stand in rows: what is left of them, the search forgives by the beginnings of words.
  tr: [[/(?:lar|ler)(?:i|in|im|iniz|imiz|a|e|da|de|dan|den)?$/u, 3]],
  uk: [[/(?:ами|ями|ого|ому|ими|ах|ях|ів|ам|ям|ом|ем|ою|ею|ий|ои|ій|и|і|у|ю|а|я|о|е|ь|і)$/u, 3]],
  ru: [[/(?:ами|ями|ого|его|ому|ему|ыми|ими|ах|ях|ов|ев|ам|ям|ом|ем|ои|еи|ыи|ии|ая|яя|ую|юю|ы|и|у|ю|а|я|о|е|ь)$/u, 3]]
};

/** The article, and what is written in one with it: "والألعاب" meets "ألعاب". */
const article = /^(?:و|ف)?(?:ال|بال|كال|لل)(?=\p{L}{2})/u;

/**
 * A word as it is sought: without capitals, accents, doubled letters and its ending, so that "Passwörter", "Paßwort" and
 * "passwoerter" meet. It is for comparing alone and looks odd.
 */
export function fold(word: string, locale: Locale): string {
  const { lang } = localeFacts[locale];
  const bare = lang === 'ar' ? word.replace(/\p{M}/gu, '').replace(article, '') : word;
  const sound = alike.reduce((text, [from, to]) => text.replace(from, to), bare.toLowerCase().normalize('NFD'));
  for (const [ending, stays] of endings[lang] ?? []) {
    const stem = sound.replace(ending, '');
    if (stem !== sound && stem.length >= stays) return stem;
  }
  return sound;
}

// Marks above and below letters belong to a word: Arabic doubles a letter so.
const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’‐‑-][\p{L}\p{M}\p{N}]+)*/gu;

/** A word of a text as it is written, and what it is sought by. */
export interface Term {
  written: string;
  term: string;
}

/**
 * The words of a text in order, without those that say nothing ("wie", "the"). A word with a hyphen is there as a whole
 * and in its parts: "Warn-Zeichen" meets "Warnzeichen" and "Zeichen".
 */
export function wordsIn(text: string, locale: Locale): Term[] {
  const silent = stopWords[localeFacts[locale].lang];
  return [...text.normalize('NFC').replaceAll('\u00AD', '').matchAll(wordPattern)]
    .flatMap(([word]) => {
      const parts = word.split(/['’‐‑-]/u);
      return parts.length === 1 ? parts : [parts.join(''), ...parts.filter((part) => part.length > 1)];
    })
    .filter((written) => !silent?.has(written.toLowerCase()))
    .map((written) => ({ written, term: fold(written, locale) }));
}

/** The terms of a text in order. */
export const termsIn = (text: string, locale: Locale): string[] => wordsIn(text, locale).map(({ term }) => term);
