import fc from 'fast-check';
import { newId, parseId, type Id } from '$lib/base/id';
import type { World } from '$lib/base/world';
import { formatStamp } from '$lib/base/clock';
import type { EventId, SyncEvent } from '$lib/sync/event';
import { drafts, word, type RandomDraft } from './drafts';
import { familyDrafts } from './family-drafts';

/** A world without surprises: time stands where it is put, chance is counted. */
export function aWorld(startMs: number, seed = 1): World & { pass(ms: number): void } {
  let ms = startMs;
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  };
  return {
    now: () => ms,
    random: (bytes) => Uint8Array.from({ length: bytes }, next),
    pass: (more) => void (ms += more)
  };
}

/** The text of a UUIDv7 that counts. */
export function anId<Of extends string>(count: number): Id<Of> {
  const id = parseId<Of>(`01900000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`);
  if (id === undefined) throw new Error(`No id for ${count}`);
  return id;
}

/** An event with everything it needs. */
export function anEvent(wanted: Partial<SyncEvent> & Pick<SyncEvent, 'stream' | 'type' | 'data'>): SyncEvent {
  const world = aWorld(Date.UTC(2026, 10, 24, 9));
  const device = newId(world);
  return { id: anId(1), at: formatStamp({ ms: world.now(), counter: 0, device }), by: 'person/anna', ...wanted };
}

/** Whom random events are about. */
export const people: readonly string[] = ['anna', 'bert'];

const [lessons, steps, meetings] = [
  ['one', 'two'],
  ['a', 'b', 'c'],
  ['m1', 'm2']
];

const stepPlace = fc.record({ course: word(['tablet', 'phone']), lesson: word(lessons), step: word(steps) });
const withMore = (field: string, words: readonly string[]) =>
  fc.tuple(stepPlace, word(words)).map(([place, value]) => ({ ...place, [field]: value }));
const inProgress = word(people).map((id) => ({ stream: `progress/${id}`, by: `person/${id}` }));
const inLearner = word(people).map((id) => ({ stream: `learner/${id}`, by: `person/${id}` }));
const inMeeting = fc
  .tuple(word(meetings), word(['staff/otto', 'staff/petra']))
  .map(([id, by]) => ({ stream: `meeting/${id}`, by }));

const onTablet = fc
  .tuple(word(meetings), word(['device/t1', 'device/t2']))
  .map(([id, by]) => ({ stream: `meeting/${id}`, by }));
/** few, so that what is said of one meets it: the ids that random events get begin there */
const earlier = fc.nat(5).map((count) => anId(count + 100));

const mark = fc
  .record(
    {
      person: word(people),
      status: word(['open', 'present', 'late', 'left-early', 'excused', 'excused-afterwards', 'absent']),
      minutes: fc.integer({ min: 0, max: 30 }),
      early: fc.integer({ min: 0, max: 30 }),
      reason: word(['doctor', 'bus']),
      note: word(['', 'bus']),
      also: fc.array(fc.nat(5).map(anId), { maxLength: 2 }),
      tablet: word(['t1', 't2']),
      closing: fc.nat(5).map(anId),
      why: word(['late', 'mistake'])
    },
    { requiredKeys: ['person'] }
  )
  .filter((says) => ['status', 'minutes', 'early', 'reason', 'note'].some((register) => register in says));

const rules = {
  start: word(['14:00', '14:05']),
  end: word(['16:00', '16:30']),
  unitMinutes: fc.constantFrom(45, 60)
};

const planned = fc.record({ course: word(['tablet', 'phone']), lesson: word(lessons) });
/** The ids that `randomEvents` gives: so that what is named is sometimes there. */
const anIdOfMany = (count: number) => anId(count + 100);

/** By type of event: what somebody may write and send. A room that brings a new type adds a line. */
const sentByType: Readonly<Record<string, fc.Arbitrary<RandomDraft>>> = {
  'place.moved': drafts('place.moved', inProgress, stepPlace),
  'path.chosen': drafts(
    'path.chosen',
    inProgress,
    fc.record({ path: word(['write', 'photos']) }, { requiredKeys: [] })
  ),
  'device.chosen': drafts('device.chosen', inProgress, fc.record({ system: word(['ipados', 'android', 'windows']) })),
  'step.completed': drafts('step.completed', inProgress, stepPlace),
  'lesson.completed': drafts(
    'lesson.completed',
    inProgress,
    fc.record({ course: word(['tablet', 'phone']), lesson: word(lessons) })
  ),
  'practice.completed': drafts(
    'practice.completed',
    inProgress,
    fc.tuple(stepPlace, word(['done', 'helped'])).map(([place, outcome]) => ({ ...place, outcome }))
  ),
  'answer.given': drafts(
    'answer.given',
    inLearner,
    fc.tuple(stepPlace, fc.nat(3), fc.boolean()).map(([place, choice, right]) => ({ ...place, choice, right }))
  ),
  'review.answered': drafts('review.answered', inLearner, withMore('how', ['remembered', 'forgotten'])),
  'note.written': drafts('note.written', inLearner, withMore('text', ['', 'one', 'two'])),
  'question.asked': drafts('question.asked', inProgress, fc.oneof(stepPlace, withMore('words', ['why', 'how']))),
  'question.withdrawn': drafts('question.withdrawn', inProgress, stepPlace),
  'question.answered': drafts(
    'question.answered',
    inProgress.map(({ stream }) => ({ stream, by: 'staff/otto' })),
    fc.tuple(stepPlace, earlier, fc.boolean()).map(([place, question, on]) => ({ ...place, question, on }))
  ),
  'meeting.opened': drafts(
    'meeting.opened',
    inMeeting,
    fc.record(
      { group: word(['g1', 'g2']), date: word(['2026-11-24', '2026-12-01']), ...rules, standIn: fc.boolean() },
      { requiredKeys: ['group', 'date'] }
    )
  ),
  'attendance.marked': drafts('attendance.marked', inMeeting, mark),
  'meeting.noted': drafts('meeting.noted', inMeeting, fc.record({ text: word(['', 'one', 'two']) })),
  'sheet.closed': drafts(
    'sheet.closed',
    inMeeting,
    fc.record({
      ...rules,
      marks: fc.array(
        fc.nat(5).map((count) => anId(count).slice(-12)),
        { maxLength: 3 }
      )
    })
  ),
  'guest.added': drafts(
    'guest.added',
    inMeeting,
    fc.record({ person: word(people), firstName: word(['Karl', 'Kim']) }, { requiredKeys: ['person'] })
  ),
  'guest.removed': drafts('guest.removed', inMeeting, fc.record({ person: word(people) })),
  'guest.proposed': drafts(
    'guest.proposed',
    onTablet,
    fc.record(
      { person: word(people), firstName: word(['Karl', 'Kim']), isNew: fc.boolean() },
      { requiredKeys: ['person', 'isNew'] }
    )
  ),
  'presence.proposed': fc.tuple(word(people), word(meetings)).map(([person, id]) => ({
    stream: `meeting/${id}`,
    by: `person/${person}`,
    type: 'presence.proposed',
    data: { person }
  })),
  'heads.counted': drafts(
    'heads.counted',
    inMeeting,
    fc.record({ count: fc.nat(30), estimated: fc.boolean() }, { requiredKeys: ['count'] })
  ),
  'lesson.planned': drafts('lesson.planned', inMeeting, planned),
  'lesson.dropped': drafts(
    'lesson.dropped',
    inMeeting,
    fc
      .tuple(planned, fc.array(fc.nat(12).map(anIdOfMany), { minLength: 1, maxLength: 3 }))
      .map(([one, plannings]) => ({ ...one, plannings }))
  ),
  'lesson.reached': drafts(
    'lesson.reached',
    inMeeting,
    fc.tuple(planned, word(['open', 'done', 'begun', 'not-yet'])).map(([one, how]) => ({ ...one, how }))
  ),
  'lesson.proposed': drafts(
    'lesson.proposed',
    inMeeting,
    fc.tuple(planned, fc.boolean()).map(([one, on]) => ({ ...one, on }))
  ),
  'words.written': drafts(
    'words.written',
    inMeeting,
    fc.record(
      {
        part: word(['plan', 'hard', 'next']),
        text: word(['', 'one', 'two']),
        replaces: fc.array(fc.nat(12).map(anIdOfMany), { maxLength: 3 })
      },
      { requiredKeys: ['part', 'text'] }
    )
  ),
  'difficulty.named': drafts(
    'difficulty.named',
    inMeeting,
    fc.record({ what: word(['pace', 'words']), on: fc.boolean() })
  ),
  'call.noted': drafts(
    'call.noted',
    inMeeting,
    fc.record({ person: word(people), state: word(['wanted', 'made', 'none']) })
  ),
  'tally.taken': drafts(
    'tally.taken',
    inMeeting,
    fc.nat(9).map((count) => ({ ages: { '60-74': count + 5, untold: count }, genders: { women: count + 5 } }))
  ),
  'help.raised': drafts('help.raised', onTablet, fc.record({ lastHere: fc.boolean() }, { requiredKeys: [] })),
  'help.ended': drafts('help.ended', fc.oneof(onTablet, inMeeting), fc.record({ call: earlier })),
  'help.answered': drafts('help.answered', inMeeting, fc.record({ call: earlier, coming: fc.boolean() })),
  'lesson.offered': drafts(
    'lesson.offered',
    inMeeting,
    fc.record(
      { course: word(['tablet', 'phone']), lesson: word(lessons), tablet: word(['t1', 't2']) },
      { requiredKeys: ['course', 'lesson'] }
    )
  ),
  'offer.withdrawn': drafts('offer.withdrawn', inMeeting, fc.record({ offer: earlier })),
  'lock.lifted': drafts('lock.lifted', inMeeting, fc.record({ person: word(people) })),
  'offer.answered': drafts(
    'offer.answered',
    onTablet,
    fc.record({ offer: earlier, answer: word(['opened', 'later']) })
  ),
  'sheet.reopened': drafts('sheet.reopened', inMeeting, fc.record({ why: word(['early', 'mistake']) }))
};

/** By type of event: what somebody may write. */
export const draftsByType: Readonly<Record<string, fc.Arbitrary<RandomDraft>>> = { ...sentByType, ...familyDrafts };

/** Anything that somebody may write and send. */
export const anyDraft: fc.Arbitrary<RandomDraft> = fc.oneof(...Object.values(sentByType));

/** Random events of some types: few stamps, so that many collide and only the id decides; each id once. */
export function randomEvents(types: readonly string[]): fc.Arbitrary<SyncEvent[]> {
  const draft = fc.oneof(...types.flatMap((type) => draftsByType[type] ?? []));
  const stamp = fc.record({
    ms: fc.constantFrom(0, 1, 1700000000000, 4102444800000),
    counter: fc.nat(1),
    device: word(['d1', 'd2'])
  });
  const seen = fc.option(
    fc.nat(5).map((count): EventId => anId(count)),
    { nil: undefined }
  );
  return fc.array(fc.tuple(draft, stamp, seen), { minLength: 1, maxLength: 12 }).chain((made) =>
    fc
      .shuffledSubarray(
        made.map((_, index) => index),
        { minLength: made.length }
      )
      .map((order) =>
        made.map(([event, at, before], index) => ({
          ...event,
          id: anId<'event'>((order[index] ?? 0) + 100),
          at: formatStamp(at),
          ...(before === undefined ? {} : { seen: before })
        }))
      )
  );
}
