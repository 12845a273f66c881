import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { rooms } from '$lib/rooms';
import { answerSchema, requestSchema } from '$lib/sync/wire';

/** A schema as plain data: what it takes, without functions and addresses. */
function shapeOf(schema: unknown): unknown {
  if (schema instanceof RegExp) return String(schema);
  if (Array.isArray(schema)) return schema.map(shapeOf);
  if (typeof schema !== 'object' || schema === null) return typeof schema === 'function' ? undefined : schema;
  const told = Object.entries(schema).filter(([key]) => !['reference', '~standard', 'async', 'message'].includes(key));
  return Object.fromEntries(told.map(([key, value]) => [key, shapeOf(value)]));
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}

/**
 * What goes over the wire is a promise to every tablet out there. A hash changes knowingly, in a commit
 * that says why, and only by adding.
 */
test('the wire is what every tablet out there expects', () => {
  expect(hashOf([requestSchema, answerSchema].map(shapeOf))).toBe('cfd9938ad2ea39f9');
});

test('events are what every tablet out there writes', () => {
  const types = rooms.flatMap(({ eventTypes }) =>
    eventTypes.map(({ type, streams, schema }) => [type, hashOf([streams, shapeOf(schema)])])
  );
  expect(Object.fromEntries(types)).toEqual({
    'agreement.begun': 'e7102df60ec6c498',
    'agreement.signed': '32b2af00d72a31fc',
    'answer.given': '3741aba157add8fa',
    'attendance.marked': '881ca91fdbc7191e',
    'call.noted': 'ea7adec9382a335d',
    'child.named': 'e23fcb685d10cc91',
    'detail.written': '0c52ad63b3772d78',
    'device.chosen': 'af2a1e94048649c3',
    'difficulty.named': '47f46ac29bd1ee23',
    'family.joined': '45acfbe36932a5ad',
    'family.left': '672a1bd15bc0a4dd',
    'family.moved': 'dc81a38e58539b8f',
    'family.sealed': 'dc81a38e58539b8f',
    'guest.added': '36fccab8331e8eda',
    'guest.proposed': 'bd0acd25ff789999',
    'guest.removed': '2036d728595629ad',
    'heads.counted': '910282bc0a5e6612',
    'help.answered': '2b107a88153023ea',
    'help.ended': 'd38296cf41512b58',
    'help.raised': '8378bdbb2d15efef',
    'lesson.completed': 'a221842eb9a8dedb',
    'lesson.dropped': '2897290f07bad125',
    'lesson.offered': '4f936b2a884be555',
    'lesson.planned': 'a83bff2495e1e1e0',
    'lesson.proposed': '914238dbe4e2c8ed',
    'lesson.reached': '53cca3bb2870dfbb',
    'lock.lifted': '2036d728595629ad',
    'meeting.noted': 'b7f2812649dd5beb',
    'meeting.opened': 'f89e197fb7622466',
    'note.written': 'c857132dc42b278e',
    'offer.answered': 'b46a3253ac6b3ee1',
    'offer.withdrawn': '074953be87e255c5',
    'path.chosen': 'de6d64f35ff2920e',
    'place.moved': '00468855efcbc624',
    'practice.completed': '965424e7a0d0b0a2',
    'presence.proposed': '2036d728595629ad',
    'question.answered': '1124dd7d28a357e7',
    'question.asked': 'cb6f7c0c5b6730bc',
    'question.withdrawn': '00468855efcbc624',
    'review.answered': '3b405b4d6e43efec',
    'rule.answered': '397b7efb1b8e26bb',
    'rule.written': '699c4e4a6f29f425',
    'sheet.closed': '1672c373382f157a',
    'sheet.reopened': '15334fd643ce62e3',
    'step.completed': '00468855efcbc624',
    'tally.taken': '33e37e3a1d80f73d',
    'time.entered': 'af02995921cf40f0',
    'words.written': '71271f638eeebee5'
  });
});
