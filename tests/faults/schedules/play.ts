import type { World } from '$lib/base/world';
import type { Store } from '$lib/store/open.server';
import { aClub, aTablet } from '../../support/sync-club';
import { aSyncServer } from '../../support/sync-server';
import { differencesOf, serverRows } from '../../support/same-everywhere';
import type { RandomDraft } from '../../support/drafts';
import { Member } from './member';
import { people, serverNow, type Schedule, type Turn } from './turn';

interface Stage {
  readonly store: Store;
  readonly world: World & { pass(ms: number): void };
  /** Every run has its own people and meetings, so that one database serves many. */
  readonly run: number;
}

/** Plays a schedule on three devices and a server. Throws with words for what is not equal, or missing, at the end. */
export async function play({ skewsMs, turns }: Schedule, { store, world, run }: Stage): Promise<void> {
  const named = (name: string) => `${name}-${run}`;
  const port = aClub({ people: people.map(named), meetings: ['m1', 'm2'].map(named) });
  const server = aSyncServer({ store, world, port });
  const members = skewsMs.map((skewMs, index) => {
    const way = server.transport(aTablet(`tablet-${index}`));
    const person = named(people[index % people.length] ?? '');
    return new Member({ way, seed: run * 10 + index + 1, skewMs, person, staff: ['otto', 'petra'] });
  });
  for (const member of members) await member.begin();
  for (const turn of turns) {
    world.pass(1000);
    for (const member of members) member.pass(1000);
    const member = members[turn.device];
    if (member) await take(member, turn, named);
  }
  for (const { device } of [...members, ...members]) await expectDone(device.exchange());
  await compare(members, { store, world, run });
}

async function take(member: Member, turn: Turn, named: (name: string) => string): Promise<void> {
  switch (turn.what) {
    case 'record':
      return member.record(scoped(turn.draft, named, `device/tablet-${turn.device}`));
    case 'refused':
      return member.record(ofNoMember(named('zoe')), true);
    case 'exchange':
      return void (await member.device.exchange(turn.fate));
    case 'overtaken':
      return member.overtaken(turn.fate);
    case 'clock':
      return member.setClock(serverNow + turn.skewMs);
    case 'restart':
      return member.restart();
    case 'hand on':
      return member.handOn(named(turn.to), turn.underWay);
    case 'wipe':
      return member.wipe();
  }
}

const ofNoMember = (id: string): RandomDraft => ({
  stream: `progress/${id}`,
  type: 'step.completed',
  by: `person/${id}`,
  data: { course: 'tablet', lesson: 'one', step: 'a' }
});

/** Meetings are the one group's. A tablet speaks for itself alone. */
function scoped(draft: RandomDraft, named: (name: string) => string, tablet: string): RandomDraft {
  const [author] = draft.by.split('/');
  return {
    ...draft,
    stream: named(draft.stream),
    by: author === 'person' ? named(draft.by) : author === 'device' ? tablet : draft.by,
    data: scopedData(draft, named)
  };
}

function scopedData({ type, by, data }: RandomDraft, named: (name: string) => string): unknown {
  if (type === 'meeting.opened') return { group: 'g1', date: '2026-11-24' };
  // Nobody may propose but for themselves.
  return type === 'presence.proposed' ? { person: named(by.slice('person/'.length)) } : data;
}

async function expectDone(ended: Promise<{ readonly end: string }>): Promise<void> {
  const { end } = await ended;
  if (end !== 'done') throw new Error(`A last exchange ended ${end}`);
}

async function compare(members: readonly Member[], { store, run }: Stage): Promise<void> {
  const names = [
    ...people.flatMap((id) => [`progress/${id}`, `learner/${id}`]),
    'meeting/m1',
    'meeting/m2',
    'progress/zoe'
  ];
  const streams = names.map((name) => `${name}-${run}`);
  const rows = serverRows(store.db, streams);
  const faults: string[] = [];
  for (const [index, { device, person, refused }] of members.entries()) {
    const said = (words: string) => faults.push(`device ${index}: ${words}`);
    for (const difference of await differencesOf(device.shelf, rows)) said(difference);
    const { waiting, shown, learners } = await device.shelf.read(async (tx) => ({
      waiting: (await tx.counts()).waiting,
      shown: (await tx.entriesIn('refused', 0, 1000)).map(({ id }) => id),
      learners: (await tx.cursors()).map(({ stream }) => stream).filter((stream) => stream.startsWith('learner/'))
    }));
    if (waiting > 0) said(`${waiting} events wait`);
    if (shown.sort().join() !== [...refused].sort().join()) said('what was refused is not what had to be');
    if (learners.join() !== `learner/${person}`) said(`it follows ${learners.join()}, but ${person} is on it`);
  }
  const stored = idsIn(store, streams);
  for (const { kept } of members)
    for (const id of kept) if (!stored.has(id)) faults.push(`Event ${id} was recorded, and is nowhere`);
  const known = new Set(members.flatMap(({ kept, vanished }) => [...kept, ...vanished]));
  for (const id of stored) if (!known.has(id)) faults.push(`Event ${id} is in the log, and nobody recorded it`);
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

function idsIn({ db }: Store, streams: readonly string[]): Set<string> {
  const find = db.prepare<[string], string>(
    'SELECT id FROM events WHERE stream IN (SELECT value FROM json_each(?)) ORDER BY id'
  );
  return new Set(find.pluck().all(JSON.stringify(streams)));
}
