import * as v from 'valibot';
import { eventIdSchema, type EventType } from '$lib/sync/event';
import { promisers } from './bank';
import { childNamed, timeEntered, type ChildName, type Entered } from './week/entry';

/** Characters of own words at most: of a rule, and of how somebody would like it instead. */
export const longestWords = 200;
export const longestName = 60;
/** Rules that can be signed together at most, and characters of a drawn signature: so that a deed fits into an event, sealed too. */
export const mostSigned = 24;
export const longestStrokes = 1500;

/** Who speaks in an agreement. */
export const sides = ['child', 'parents'] as const;
export type Side = (typeof sides)[number];

/** An id made on a device, or the name of a rule of the bank. */
const name = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/));
const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longestWords));
const side = v.picklist(sides);

const begunData = v.object({ agreement: name });

const writtenData = v.object({
  agreement: name,
  rule: name,
  by: v.picklist(promisers),
  /** own words; without them it is the bank's rule of this name */
  words: v.optional(words),
  /** it stands in the agreement, or was taken out */
  on: v.boolean()
});

const answeredData = v.object({
  agreement: name,
  rule: name,
  who: side,
  says: v.picklist(['open', 'yes', 'no', 'other']),
  /** the writing that was answered: a rule that was changed since is open again */
  about: eventIdSchema,
  /** how they would like it instead */
  words: v.optional(words)
});

const day = v.union([v.literal(''), v.pipe(v.string(), v.isoDate())]);
const called = v.pipe(v.string(), v.trim(), v.maxLength(longestName));

const detailData = v.variant('what', [
  v.object({ agreement: name, what: v.picklist(['child', 'parents']), text: called }),
  v.object({ agreement: name, what: v.literal('review'), text: day }),
  v.object({ agreement: name, what: v.literal('age'), text: v.pipe(v.string(), v.maxLength(2)) })
]);

const signedData = v.object({
  agreement: name,
  who: side,
  /** signed, or the signature taken back */
  on: v.boolean(),
  /** the writings of all rules that were signed: together they are the version */
  writings: v.pipe(v.array(eventIdSchema), v.minLength(1), v.maxLength(mostSigned)),
  name: v.pipe(called, v.minLength(1)),
  /** as strokes.ts writes them; without them the name alone is the signature */
  strokes: v.optional(v.pipe(v.string(), v.regex(/^[0-9,; ]+$/), v.maxLength(longestStrokes)))
});

export type Says = v.InferOutput<typeof answeredData>['says'];
export type Detail = v.InferOutput<typeof detailData>['what'];

const here = { streams: ['family'], neverSent: true } as const;

/** The family works on this agreement from now on: a new one, or an earlier one again. */
export const agreementBegun: EventType<v.InferOutput<typeof begunData>> = {
  type: 'agreement.begun',
  ...here,
  schema: begunData
};

/** A rule was taken in, put into other words, or taken out. */
export const ruleWritten: EventType<v.InferOutput<typeof writtenData>> = {
  type: 'rule.written',
  ...here,
  schema: writtenData
};

/** What the child, or the parents, say to a rule. It counts when both say yes. */
export const ruleAnswered: EventType<v.InferOutput<typeof answeredData>> = {
  type: 'rule.answered',
  ...here,
  schema: answeredData
};

/** What stands beside the rules: how child and parents are called, the age band, the day on which to talk again. */
export const detailWritten: EventType<v.InferOutput<typeof detailData>> = {
  type: 'detail.written',
  ...here,
  schema: detailData
};

/** A signature under the rules that counted then, or its taking back. */
export const agreementSigned: EventType<v.InferOutput<typeof signedData>> = {
  type: 'agreement.signed',
  ...here,
  schema: signedData
};

/** What a family writes, in clear: it never leaves the device so. */
export const deedTypes: readonly EventType[] = [
  agreementBegun,
  ruleWritten,
  ruleAnswered,
  detailWritten,
  agreementSigned,
  timeEntered,
  childNamed
];

/** Everything that can be done to an agreement. */
export type Deed =
  | { readonly type: 'agreement.begun'; readonly data: v.InferOutput<typeof begunData> }
  | { readonly type: 'rule.written'; readonly data: v.InferOutput<typeof writtenData> }
  | { readonly type: 'rule.answered'; readonly data: v.InferOutput<typeof answeredData> }
  | { readonly type: 'detail.written'; readonly data: v.InferOutput<typeof detailData> }
  | { readonly type: 'agreement.signed'; readonly data: v.InferOutput<typeof signedData> };

/** A time of a week, or whose week it is. */
export type TimeDeed =
  | { readonly type: 'time.entered'; readonly data: Entered }
  | { readonly type: 'child.named'; readonly data: ChildName };
