import * as v from 'valibot';
import type { Actor, TabletActor } from '../../src/lib/access/facts';
import { attendanceMarked, meetingOpened, type AttendanceStatus } from '../../src/lib/attendance/events';
import type { Writer } from '../../src/lib/audit/trail.server';
import { clockStart, formatStamp, tick, type ClockState } from '../../src/lib/base/clock';
import { newId } from '../../src/lib/base/id';
import { addMeeting } from '../../src/lib/club/meetings.server';
import { clubRights } from '../../src/lib/club/rights.server';
import {
  answerGiven,
  lessonCompleted,
  placeMoved,
  practiceCompleted,
  stepCompleted
} from '../../src/lib/learning/events';
import { rooms } from '../../src/lib/rooms';
import type { Draft, SyncEvent } from '../../src/lib/sync/event';
import { exchange } from '../../src/lib/sync/exchange.server';
import { EventLog } from '../../src/lib/sync/log.server';
import { registry } from '../../src/lib/sync/registry';
import { answerSchema, largestBatch, protocol, type ExchangeRequest } from '../../src/lib/sync/wire';
import type { DemoStep } from './lesson-steps';
import type { groups } from './people';

/** A group with the ids that it got. */
export interface HeldGroup {
  readonly id: string;
  readonly plan: (typeof groups)[number];
  /** the trainer's id */
  readonly trainer: string;
  /** ids, in the plan's order */
  readonly members: readonly string[];
  readonly tablets: readonly TabletActor[];
}

interface Holding {
  readonly group: HeldGroup;
  readonly date: string;
  /** how many meetings the group has had before */
  readonly round: number;
  readonly steps: readonly DemoStep[];
  readonly setNow: (ms: number) => void;
}

const minuteMs = 60_000;
const all = registry(rooms);

/** Who came how: a row of marks that people take turns with, so that each meeting looks like a real one. */
const marks: readonly { status: AttendanceStatus; minutes?: number; reason?: string }[] = [
  ...Array.from({ length: 6 }, () => ({ status: 'present' as const })),
  { status: 'late', minutes: 15 },
  { status: 'present' },
  { status: 'excused', reason: 'Arzt' },
  { status: 'present' },
  { status: 'absent' },
  { status: 'left-early', minutes: 20 },
  { status: 'present' }
];

const markOf = (person: number, round: number) =>
  marks[(person * 5 + round * 3) % marks.length] ?? { status: 'present' };

const cameTo = (person: number, round: number): boolean =>
  !['absent', 'excused'].includes(markOf(person, round).status);

/** People learn at their own pace: this many steps at one meeting. */
const paceOf = (person: number): number => 5 + ((person * 3) % 6);

/** Plans a past meeting and lets it happen: the trainer's sheet, then what each tablet hands in. */
export async function holdMeeting(writer: Writer, { group, date, round, steps, setNow }: Holding): Promise<void> {
  const { start, end } = group.plan;
  const planned = await addMeeting(writer, { group: group.id, date, start, end });
  if (!planned.ok) throw new Error(`${group.plan.name} has met on ${date} already`);
  const began = writer.world.now();
  const office: Actor = { kind: 'staff', staff: group.trainer, role: 'trainer' };
  await handIn(writer, {
    actor: office,
    device: `desk-${group.trainer}`,
    drafts: sheet(group, { meeting: planned.value, date, round })
  });
  for (const [number, tablet] of group.tablets.entries()) {
    const people = group.members.flatMap((id, person) =>
      person % group.tablets.length === number ? [{ id, person }] : []
    );
    const drafts = people.flatMap(({ id, person }) =>
      cameTo(person, round) ? learned(id, { steps, person, round }) : []
    );
    setNow(began + (10 + number) * minuteMs);
    await handIn(writer, { actor: { kind: 'device', tablet }, device: tablet.id, drafts });
  }
}

function sheet(group: HeldGroup, { meeting, date, round }: { meeting: string; date: string; round: number }): Draft[] {
  const [stream, by] = [`meeting/${meeting}`, `staff/${group.trainer}`];
  return [
    { stream, by, type: meetingOpened.type, data: { group: group.id, date } },
    ...group.members.map((person, index) => ({
      stream,
      by,
      type: attendanceMarked.type,
      data: { person, ...markOf(index, round) }
    }))
  ];
}

interface Learning {
  readonly steps: readonly DemoStep[];
  readonly person: number;
  readonly round: number;
}

/** What one person does at one meeting: on from where they stopped. */
function learned(id: string, { steps, person, round }: Learning): Draft[] {
  const before = Array.from({ length: round }, (_, earlier) => earlier).filter((earlier) =>
    cameTo(person, earlier)
  ).length;
  const from = before * paceOf(person);
  const [progress, by] = [`progress/${id}`, `person/${id}`];
  return steps
    .slice(from, from + paceOf(person))
    .flatMap(({ course, lesson, step, practises, answers, ends }, index) => {
      const place = { course, lesson, step };
      const outcome = (person + index) % 4 === 0 ? 'helped' : 'done';
      const answer = { choice: 0, right: true };
      return [
        { stream: progress, by, type: placeMoved.type, data: place },
        ...(practises ? [{ stream: progress, by, type: practiceCompleted.type, data: { ...place, outcome } }] : []),
        ...(answers ? [{ stream: `learner/${id}`, by, type: answerGiven.type, data: { ...place, ...answer } }] : []),
        { stream: progress, by, type: stepCompleted.type, data: place },
        ...(ends ? [{ stream: progress, by, type: lessonCompleted.type, data: { course, lesson } }] : [])
      ];
    });
}

interface Handing {
  readonly actor: Actor;
  /** the browser's id */
  readonly device: string;
  readonly drafts: readonly Draft[];
}

/** The way of all events: the exchange of the server, with its rights. Throws if one is refused. */
async function handIn({ store, world }: Writer, { actor, device, drafts }: Handing): Promise<void> {
  const log = new EventLog(store, all, world);
  let clock: ClockState = clockStart;
  const events = drafts.map((draft): SyncEvent => {
    clock = tick(clock, world.now());
    return { ...draft, id: newId<'event'>(world), at: formatStamp({ ...clock, device }) };
  });
  for (let from = 0; from < events.length; from += largestBatch) {
    const now = world.now();
    const batch = events.slice(from, from + largestBatch);
    const request: ExchangeRequest = { protocol, device, cursors: {}, grants: [], events: batch };
    const rights = clubRights(store, { actor, grants: [], now });
    const answer = await exchange({ log, registry: all, rights, request, now });
    const { refused } = v.parse(answerSchema, JSON.parse(answer.toString()));
    if (refused[0]) throw new Error(`The demo club's events were refused: ${refused[0].code}`);
  }
}
