import * as v from 'valibot';
import { help, id, labels, text, texts, unnamed } from '../words.ts';

/** What an answer does in the pretend app. `write` stands in the chat as an own message. */
export const deeds = ['write', 'call', 'pay', 'block', 'report', 'ask', 'leave', 'wait', 'share'] as const;

const message = v.strictObject({
  id,
  /** A name of `people`; "me" is the person who practises. */
  who: id,
  /** The time that stands in the message, as a clock shows it. */
  at: v.optional(v.pipe(v.string(), v.regex(/^\d{1,2}:\d{2}$/, 'A time looks like 14:05.')))
});

const pick = v.strictObject({
  id,
  does: v.picklist(deeds),
  /** A safe and friendly way: it leads on. */
  ok: v.optional(v.boolean(), false),
  /** What is written after it. */
  then: v.optional(v.array(message), [])
});

const moment = v.variant('do', [
  /** Choose what to do. */
  v.strictObject({
    do: v.literal('choose'),
    says: v.array(message),
    picks: v.pipe(v.array(pick), v.minLength(2), v.maxLength(4))
  }),
  /** Tap on the messages that give something away. */
  v.strictObject({
    do: v.literal('mark'),
    says: v.array(message),
    marks: v.pipe(v.array(id), v.minLength(1)),
    /** How many of them are enough. */
    need: v.pipe(v.number(), v.integer(), v.minValue(1))
  }),
  /** Write a given message. */
  v.strictObject({ do: v.literal('write'), says: v.array(message), id })
]);

const person = v.strictObject({
  id,
  /** A name of pictures.ts; without one it is a grey head, as strangers have it. */
  picture: v.optional(id)
});

export type Message = v.InferOutput<typeof message>;
export type Pick = v.InferOutput<typeof pick>;
export type Moment = v.InferOutput<typeof moment>;

interface Script {
  people: v.InferOutput<typeof person>[];
  moments: Moment[];
}

const after = (one: Moment): Message[] => (one.do === 'choose' ? one.picks.flatMap(({ then }) => then) : []);

/** Every message that a script can show. */
const messagesOf = ({ moments }: Script): Message[] => moments.flatMap((one) => [...one.says, ...after(one)]);

const picksOf = ({ moments }: Script): Pick[] => moments.flatMap((one) => (one.do === 'choose' ? one.picks : []));

const marksOf = ({ moments }: Script): string[] => moments.flatMap((one) => (one.do === 'mark' ? one.marks : []));

const written = ({ moments }: Script): string[] => moments.flatMap((one) => (one.do === 'write' ? [one.id] : []));

const unique = (names: readonly string[]): boolean => new Set(names).size === names.length;

/** A message that somebody else wrote, and that is sure to have been read when its mark is asked for. */
function canBeMarked({ moments }: Script): boolean {
  return moments.every((one, index) => {
    if (one.do !== 'mark') return true;
    const read = moments.slice(0, index + 1).flatMap(({ says }) => says);
    return (
      one.need <= one.marks.length && one.marks.every((mark) => read.some(({ id, who }) => id === mark && who !== 'me'))
    );
  });
}

export const paramsSchema = v.pipe(
  v.strictObject({
    help,
    /** Who the chat is with: one of `people`, or `group`. */
    with: id,
    people: v.pipe(v.array(person), v.minLength(1)),
    moments: v.pipe(v.array(moment), v.minLength(1)),
    texts: v.strictObject({
      ...texts,
      /** The names of the people, of the group, and of "me". */
      names: labels,
      /** What stands below the name in the chat's head: the number, or who is in the group. */
      under: text,
      messages: labels,
      /** What each answer says on its key. */
      picks: v.optional(labels, {}),
      /** What the practice says to each answer. */
      answers: v.optional(labels, {}),
      /** Why a message gives something away. */
      marks: v.optional(labels, {}),
      /** What is to be written. */
      write: v.optional(v.record(id, v.pipe(text, v.maxLength(80))), {}),
      /** The address book that lies beside the tablet: one line each. */
      card: v.optional(v.array(text), [])
    })
  }),
  v.forward(
    v.check(
      (script) => unique([...messagesOf(script), ...picksOf(script)].map((one) => one.id).concat(written(script))),
      'A name stands twice among messages and answers.'
    ),
    ['moments']
  ),
  v.forward(
    v.check(
      (script) =>
        picksOf(script).length === 0 ||
        script.moments.every((one) => one.do !== 'choose' || one.picks.some(({ ok }) => ok)),
      'Where there is something to choose, one answer at least is "ok".'
    ),
    ['moments']
  ),
  v.forward(
    v.check(
      (script) => messagesOf(script).every(({ who }) => who === 'me' || script.people.some((one) => one.id === who)),
      'A message is by somebody who is not in "people".'
    ),
    ['moments']
  ),
  v.forward(
    v.check(
      (script) => canBeMarked(script),
      'A mark names no earlier message of somebody else, or more are needed than there are.'
    ),
    ['moments']
  ),
  v.forward(
    v.check(({ moments, texts: { asks } }) => moments.length === asks.length, 'Write one sentence for each moment.'),
    ['texts', 'asks']
  ),
  v.forward(
    v.check(
      ({ people, with: partner, texts: { names } }) =>
        unnamed([...people.map((one) => one.id), partner, 'me'], names).length === 0,
      'Somebody has no name here.'
    ),
    ['texts', 'names']
  ),
  v.forward(
    v.check(
      (script) =>
        unnamed(
          messagesOf(script).map((one) => one.id),
          script.texts.messages
        ).length === 0,
      'A message has no words here.'
    ),
    ['texts', 'messages']
  ),
  v.forward(
    v.check(
      (script) =>
        unnamed(
          picksOf(script).map((one) => one.id),
          script.texts.picks
        ).length === 0,
      'An answer has no words here.'
    ),
    ['texts', 'picks']
  ),
  v.forward(
    v.check(
      (script) =>
        unnamed(
          picksOf(script).map((one) => one.id),
          script.texts.answers
        ).length === 0,
      'An answer is not answered here.'
    ),
    ['texts', 'answers']
  ),
  v.forward(
    v.check((script) => unnamed(marksOf(script), script.texts.marks).length === 0, 'A mark is not explained here.'),
    ['texts', 'marks']
  ),
  v.forward(
    v.check(
      (script) => unnamed(written(script), script.texts.write).length === 0,
      'What is to be written does not stand here.'
    ),
    ['texts', 'write']
  )
);

export type ChatParams = v.InferOutput<typeof paramsSchema>;
