import { formatStamp } from '$lib/base/clock';
import type { Chance } from '../chance';
import type { Identities } from './attack';
import { aName, badValue, type JsonText } from './bad-values';

type Fields = Readonly<Record<string, JsonText>>;

/** An id as a device would make it, from chance alone. */
export function someId(chance: Chance, ms = Date.UTC(2026, 10, 24)): string {
  const time = ms.toString(16).padStart(12, '0');
  const rest = chance.bytes(9).toString('hex');
  return `${time.slice(0, 8)}-${time.slice(8, 12)}-7${rest.slice(0, 3)}-8${rest.slice(3, 6)}-${rest.slice(6, 18)}`;
}

const text = (value: unknown): JsonText => JSON.stringify(value);

/** A good event, each field as JSON text. */
export function goodEvent(chance: Chance, { people, meeting, trainer, group, now }: Identities): Fields {
  const person = chance.of(people);
  const place = { course: 'tablet-basics', lesson: `lesson-${chance.below(40)}`, step: `step-${chance.below(9)}` };
  const [stream, type, by, data] = chance.of<readonly [string, string, string, object]>([
    [`progress/${person}`, 'step.completed', `person/${person}`, place],
    [`progress/${person}`, 'place.moved', `person/${person}`, place],
    [`progress/${person}`, 'practice.completed', `person/${person}`, { ...place, outcome: 'helped' }],
    [`learner/${person}`, 'answer.given', `person/${person}`, { ...place, choice: chance.below(4), right: true }],
    [`meeting/${meeting}`, 'attendance.marked', `staff/${trainer.id}`, { person, status: 'present' }],
    [`meeting/${group}.2026-12-01`, 'meeting.opened', `staff/${trainer.id}`, { group, date: '2026-12-01' }]
  ]);
  const at = formatStamp({ ms: now, counter: chance.below(65_536), device: someId(chance) });
  return {
    id: text(someId(chance)),
    stream: text(stream),
    type: text(type),
    at: text(at),
    by: text(by),
    data: text(data)
  };
}

const stampOf = (ms: number): JsonText => text(formatStamp({ ms, counter: 65_535, device: 'd' }));

const noTypes = ['a.b', 'family.sealed', 'step.completed.', 'x'.repeat(200_000)];
const noIds = ['', 'x'.repeat(100_000), '01900000-0000-4000-8000-000000000000', '01900000-0000-7000-8000-00000000000g'];

const spoilers: readonly ((chance: Chance, event: Fields) => Fields)[] = [
  (chance, event) => ({ ...event, [chance.of(Object.keys(event))]: badValue(chance) }),
  (_, event) => ({ ...event, at: stampOf(0) }),
  (_, event) => ({ ...event, at: stampOf(Date.UTC(2100, 0, 1)) }),
  (_, event) => ({ ...event, at: stampOf(2 ** 48 - 1) }),
  (chance, event) => ({ ...event, stream: text(`progress/${aName(chance)}`), by: text(`person/${aName(chance)}`) }),
  (chance, event) => ({ ...event, type: text(chance.of([aName(chance), ...noTypes])) }),
  (chance, { data: _, ...event }) => ({ ...event, [aName(chance)]: badValue(chance) }),
  (chance, event) => ({ ...event, data: `{${text(aName(chance))}:${badValue(chance)}}` }),
  (_, event) => ({ ...event, data: '{"course":"constructor","lesson":"constructor","step":"constructor"}' }),
  (chance, event) => ({ ...event, seen: badValue(chance) }),
  (chance, event) => ({ ...event, id: text(chance.of(noIds)) })
];

/** An event with something wrong in it. */
export const badEvent = (chance: Chance, facts: Identities): Fields =>
  chance.of(spoilers)(chance, goodEvent(chance, facts));

/** The JSON text of an object whose values are JSON texts. */
export const objectOf = (fields: Fields): JsonText =>
  `{${Object.entries(fields)
    .map(([name, value]) => `${text(name)}:${value}`)
    .join()}}`;

/** A request whose fields are good but for what is given. */
export function requestOf(chance: Chance, wanted: Fields): JsonText {
  const good = { protocol: '1', device: text(someId(chance)), cursors: '{}', grants: '[]', events: '[]' };
  return objectOf({ ...good, ...wanted });
}

/** A list of some of them. */
export const listOf = (count: number, make: () => Fields): JsonText =>
  `[${Array.from({ length: count }, () => objectOf(make())).join()}]`;
