import * as v from 'valibot';
import { help, id, labels, text, texts } from '../words.ts';

/** A link in an e-mail and where it leads: a pretend address with a reserved ending. */
const link = v.strictObject({
  id,
  target: v.pipe(
    text,
    v.regex(/^[a-z0-9.-]+\.example(\/[a-z0-9/-]*)?$/, 'A link leads to an address that ends in .example.')
  )
});

const mail = v.strictObject({
  id,
  scam: v.optional(v.boolean(), false),
  /** What gives a scam away: `address`, `subject`, or the name of a paragraph or a link. */
  marks: v.optional(v.array(id), []),
  links: v.optional(v.array(link), [])
});

const mailWords = v.strictObject({
  from: text,
  address: v.pipe(text, v.regex(/^[^@\s]+@[^@\s]+\.example$/, 'An address of a scene ends in .example.')),
  subject: text,
  time: text,
  /** The paragraphs by name, in their order. */
  parts: labels,
  links: v.optional(labels, {}),
  /** How to see that it is real, or that it is a scam: one or two sentences. */
  why: text,
  /** What is said about each mark that was found. */
  marks: v.optional(labels, {})
});

type Mails = readonly v.InferOutput<typeof mail>[];
type Words = Readonly<Record<string, v.InferOutput<typeof mailWords>>>;

const unique = (names: readonly string[]): boolean => new Set(names).size === names.length;
const sameNames = (one: readonly string[], two: readonly string[]): boolean =>
  one.length === two.length && one.every((name) => two.includes(name));
const everyMail = (mails: Mails, words: Words, holds: (one: Mails[number], its: Words[string]) => boolean): boolean =>
  mails.every((one) => {
    const its = words[one.id];
    return its !== undefined && holds(one, its);
  });

/** The names of all that can be a mark in an e-mail, in the order in which it is read. */
export const partsOf = (one: Mails[number], its: Words[string]): string[] => [
  'address',
  'subject',
  ...Object.keys(its.parts),
  ...one.links.map((its) => its.id)
];

export const sortParams = v.pipe(
  v.strictObject({
    help,
    /** sort: keep what is real, report what is not · mark: all are scams, their marks are looked for */
    ask: v.picklist(['sort', 'mark']),
    /** How many marks of each scam are to be found. */
    find: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4)), 2),
    mails: v.pipe(v.array(mail), v.minLength(1), v.maxLength(8)),
    texts: v.strictObject({ ...texts, mails: v.record(id, mailWords) })
  }),
  v.forward(
    v.check(
      ({ mails }) =>
        unique(mails.map((one) => one.id)) && mails.every(({ links }) => unique(links.map((its) => its.id))),
      'A name stands twice among the e-mails or links.'
    ),
    ['mails']
  ),
  v.forward(
    v.check(
      ({ mails, ask, find }) =>
        mails.every(({ scam, marks }) => (scam ? marks.length >= find : ask === 'sort' && marks.length === 0)),
      'A scam has at least as many marks as are to be found; a real e-mail has none, and none is only to be marked.'
    ),
    ['mails']
  ),
  v.forward(
    v.check(
      ({ mails, texts: { mails: words } }) =>
        sameNames(
          mails.map((one) => one.id),
          Object.keys(words)
        ) &&
        everyMail(mails, words, (one, its) =>
          sameNames(
            one.links.map((its) => its.id),
            Object.keys(its.links)
          )
        ),
      'Each e-mail and each link of scene.yaml has its words here, and no other.'
    ),
    ['texts', 'mails']
  ),
  v.forward(
    v.check(
      ({ mails, texts: { mails: words } }) =>
        everyMail(
          mails,
          words,
          (one, its) =>
            unique(partsOf(one, its)) &&
            sameNames(one.marks, Object.keys(its.marks)) &&
            one.marks.every((mark) => partsOf(one, its).includes(mark))
        ),
      'Each mark is the address, the subject, a paragraph or a link of its e-mail, and has its words under "marks".'
    ),
    ['texts', 'mails']
  ),
  v.forward(
    v.check(({ texts: { asks } }) => asks.length === 2, 'Write two sentences: one for the sorting, one for the marks.'),
    ['texts', 'asks']
  )
);

export type InboxParams = v.InferOutput<typeof sortParams>;
export type Mail = InboxParams['mails'][number];
export type MailWords = InboxParams['texts']['mails'][string];
