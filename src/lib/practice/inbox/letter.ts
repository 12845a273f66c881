import * as v from 'valibot';
import { help, id, text, texts } from '../words.ts';

/** An answer that the mail app offers; one that gives away too much is not `ok`. */
const suggestion = v.strictObject({ id, ok: v.boolean() });

const letter = v.strictObject({
  from: text,
  address: v.pipe(text, v.regex(/^[^@\s]+@[^@\s]+\.example$/, 'An address of a scene ends in .example.')),
  subject: text,
  time: text,
  /** One paragraph each. */
  lines: v.pipe(v.array(text), v.minLength(1)),
  /** Who else has got it, and would read an answer to all: "12 Leute aus dem Chor". */
  others: text
});

/** Mode reply: one e-mail, and an answer to the one person who has written it. */
export const replyParams = v.pipe(
  v.strictObject({
    help,
    ask: v.literal('reply'),
    suggestions: v.pipe(v.array(suggestion), v.minLength(2), v.maxLength(4)),
    texts: v.strictObject({
      ...texts,
      mail: letter,
      /** The subject of the answer: "AW: Kuchen". */
      subject: text,
      /** Each suggestion, and what is to be said about it. */
      suggestions: v.record(id, v.strictObject({ text, why: text }))
    })
  }),
  v.forward(
    v.check(({ suggestions }) => suggestions.some(({ ok }) => ok), 'At least one of the suggestions is ok.'),
    ['suggestions']
  ),
  v.forward(
    v.check(({ suggestions, texts: { suggestions: words } }) => {
      const names = suggestions.map((one) => one.id);
      return new Set(names).size === names.length && [...names].sort().join() === Object.keys(words).sort().join();
    }, 'Each suggestion of scene.yaml has its words here, and no other; no name stands twice.'),
    ['texts', 'suggestions']
  ),
  v.forward(
    v.check(
      ({ texts: { asks } }) => asks.length === 2,
      'Write two sentences: one for "Antworten", one for the answer.'
    ),
    ['texts', 'asks']
  )
);

export type ReplyParams = v.InferOutput<typeof replyParams>;
