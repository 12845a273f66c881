import * as v from 'valibot';
import { help, id, labels, text, texts, unnamed } from '../words.ts';

/** What can be wrong in a video call. */
export const problems = ['muted', 'no-camera', 'back-camera', 'backlit', 'quiet'] as const;
export type Problem = (typeof problems)[number];

const stage = v.variant('want', [
  /** Somebody known calls. */
  v.strictObject({ want: v.literal('answer'), id, who: id }),
  /** Somebody unknown calls. */
  v.strictObject({ want: v.literal('refuse'), id, who: id }),
  v.strictObject({ want: v.literal('fix'), id, who: id, problem: v.picklist(problems) }),
  v.strictObject({ want: v.literal('end'), id, who: id })
]);

const person = v.strictObject({
  id,
  /** A name of pictures.ts; without one it is a grey head, as strangers have it. */
  picture: v.optional(id),
  /** Takes part in the call; who only rings does not. */
  inside: v.optional(v.boolean(), true)
});

export type Stage = v.InferOutput<typeof stage>;

export const paramsSchema = v.pipe(
  v.strictObject({
    help,
    people: v.pipe(v.array(person), v.minLength(1), v.maxLength(5)),
    stages: v.pipe(v.array(stage), v.minLength(2)),
    texts: v.strictObject({
      ...texts,
      names: labels,
      /** What is heard at each stage, as captions. */
      says: v.record(id, text),
      /** What the practice says when a stage is reached. */
      answers: v.record(id, text),
      /** What stands below a caller's name. */
      under: v.optional(labels, {})
    })
  }),
  v.forward(
    v.check(
      ({ stages }) => stages.at(-1)?.want === 'end' && stages.filter(({ want }) => want === 'end').length === 1,
      'The last stage, and no other, is the end of the call.'
    ),
    ['stages']
  ),
  v.forward(
    v.check(
      ({ stages }) =>
        stages.findIndex(({ want }) => want === 'answer') <
          stages.findIndex(({ want }) => want === 'fix' || want === 'end') &&
        stages.some(({ want }) => want === 'answer'),
      'A call is answered before something in it is mended.'
    ),
    ['stages']
  ),
  v.forward(
    v.check(
      ({ people, stages }) => stages.every(({ who }) => people.some((one) => one.id === who)),
      'A stage names somebody who is not in "people".'
    ),
    ['stages']
  ),
  v.forward(
    v.check(({ stages, texts: { asks } }) => stages.length === asks.length, 'Write one sentence for each stage.'),
    ['texts', 'asks']
  ),
  v.forward(
    v.check(
      ({ people, texts: { names } }) =>
        unnamed(
          people.map((one) => one.id),
          names
        ).length === 0,
      'Somebody has no name here.'
    ),
    ['texts', 'names']
  ),
  v.forward(
    v.check(
      ({ stages, texts: { says } }) =>
        unnamed(
          stages.map((one) => one.id),
          says
        ).length === 0,
      'A stage has no captions here.'
    ),
    ['texts', 'says']
  ),
  v.forward(
    v.check(
      ({ stages, texts: { answers } }) =>
        unnamed(
          stages.map((one) => one.id),
          answers
        ).length === 0,
      'A stage has no answer here.'
    ),
    ['texts', 'answers']
  )
);

export type CallParams = v.InferOutput<typeof paramsSchema>;

/** Whether a scene has a problem, and so the keys that mend it. */
export const has = ({ stages }: CallParams, problem: Problem): boolean =>
  stages.some((one) => one.want === 'fix' && one.problem === problem);
