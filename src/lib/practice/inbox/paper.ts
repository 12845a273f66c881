import type { PaperTask } from '../../content/lesson.ts';
import type { ReplyParams } from './letter.ts';
import { partsOf, type InboxParams, type Mail, type MailWords } from './mails.ts';
import type { MailAppParams } from './rules.ts';

/** An e-mail with its words, in the order of the list. */
const lettersOf = ({ mails, texts }: InboxParams): { mail: Mail; words: MailWords }[] =>
  mails.flatMap((mail) => {
    const words = texts.mails[mail.id];
    return words ? [{ mail, words }] : [];
  });

/** A part of an e-mail; a link with the address that it leads to, which nobody can ask paper for. */
function partOn({ links }: Mail, { address, subject, parts, links: names }: MailWords, part: string): string {
  if (part === 'address') return address;
  if (part === 'subject') return subject;
  const link = links.find(({ id }) => id === part);
  return link ? `${names[part] ?? part} (${link.target})` : (parts[part] ?? part);
}

/** The mail app on paper. */
export const paper = (params: MailAppParams): PaperTask[] =>
  params.ask === 'reply' ? replyPaper(params) : sortPaper(params);

/** The e-mail, then what could be answered, and on the other page what is better kept to oneself. */
function replyPaper({ suggestions, texts }: ReplyParams): PaperTask[] {
  const [answer = '', write = ''] = texts.asks;
  const { mail } = texts;
  const words = suggestions.map(({ id, ok }) => ({
    ok,
    text: texts.suggestions[id]?.text ?? id,
    why: texts.suggestions[id]?.why ?? ''
  }));
  return [
    {
      ask: answer,
      shown: [`${mail.from} (${mail.address}), ${mail.others}`, ...mail.lines],
      boxes: [],
      solution: [mail.from]
    },
    {
      ask: write,
      shown: [texts.subject],
      boxes: words.map(({ text }) => text),
      solution: words.filter(({ ok }) => ok).map(({ text, why }) => `${text} ${why}`)
    }
  ];
}

/** The inbox: the list to sort, then every part of each scam with a box, and on the other page why. */
function sortPaper(params: InboxParams): PaperTask[] {
  const [sort = '', mark = ''] = params.texts.asks;
  const letters = lettersOf(params);
  const scams = letters.filter(({ mail }) => mail.scam);
  return [
    {
      ask: sort,
      shown: [...params.texts.card],
      boxes: letters.map(({ words }) => `${words.from} (${words.address}): ${words.subject}`),
      solution: letters.map(({ words }) => `${words.from}: ${words.subject}. ${words.why}`)
    },
    {
      ask: mark,
      shown: [],
      boxes: scams.flatMap(({ mail, words }) =>
        partsOf(mail, words).map((part) => `${words.from}: ${partOn(mail, words, part)}`)
      ),
      solution: scams.flatMap(({ mail, words }) =>
        mail.marks.map((part) => `${partOn(mail, words, part)}: ${words.marks[part] ?? ''}`)
      )
    }
  ];
}
