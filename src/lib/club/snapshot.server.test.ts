import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import type { Actor, TabletActor } from '$lib/access/facts';
import { enrolTablet, makeCode } from '$lib/access/tablet.server';
import { writeOperator } from '$lib/operator/settings.server';
import { snapshotSchema } from '$lib/sync/snapshot';
import { aClub, aStaff, aWriter } from '../../../tests/support/club';
import { aStore } from '../../../tests/support/store';
import { clubFacts } from './facts.server';
import { changeGroup, setGroupClosed } from './groups.server';
import { meetingId } from './meeting-id';
import { addMeeting, setMeetingsCancelled } from './meetings.server';
import { changeMember, joinGroup, leaveGroup } from './members.server';
import { snapshotFor } from './snapshot.server';

/** Two venues with a group each, one trainer each, an office, and a tablet at the first venue. Today is 24 November. */
async function twoVenues() {
  const writer = aWriter(aStore());
  const { store, world } = writer;
  const [eva, udo] = [await aStaff(writer, { username: 'eva' }), await aStaff(writer, { username: 'udo' })];
  const office = await aStaff(writer, { username: 'amt', role: 'office' });
  const here = await aClub(writer, { name: 'Montag', people: ['Bernd', 'Anna'], trainers: [eva] });
  const there = await aClub(writer, { name: 'Freitag', people: ['Carla'], trainers: [udo] });
  for (const [group, date] of [
    [here.group, '2026-11-24'],
    [here.group, '2026-12-09'],
    [there.group, '2026-11-27']
  ] as const)
    await addMeeting(writer, { group, date, start: '14:00', end: '16:00' });
  const { code } = await makeCode(writer, { tabletName: 'Tablet 1', venue: here.venue });
  const enrolled = await enrolTablet(writer, code);
  if (!enrolled.ok) throw new Error(enrolled.error);
  const tablet: TabletActor = { id: enrolled.value.tablet.id, venue: here.venue, enrolledAt: world.now() };
  const device: Actor = { kind: 'device', tablet };
  const asStaff = (staff: string, role: 'trainer' | 'office' = 'trainer'): Actor => ({ kind: 'staff', staff, role });
  const snapshotOf = (actor: Actor) => snapshotFor(store, { actor, now: world.now() });
  return { writer, store, world, eva, udo, office, here, there, tablet, device, asStaff, snapshotOf };
}

describe('the snapshot', () => {
  it('gives a tablet its own venue, and nothing of another', async () => {
    const { snapshotOf, device, here, tablet } = await twoVenues();
    const snapshot = (await snapshotOf(device))?.snapshot;
    expect(snapshot).toEqual({
      venues: [{ id: here.venue, name: 'Haus Montag' }],
      groups: [{ id: here.group, venue: here.venue, name: 'Montag', course: 'tablet-basics' }],
      members: [
        { id: here.members[1], firstName: 'Anna', initial: 'K', picture: 'tulip', groups: [here.group] },
        { id: here.members[0], firstName: 'Bernd', initial: 'K', picture: 'tulip', groups: [here.group] }
      ],
      meetings: ['2026-11-24', '2026-12-09'].map((date) => ({
        id: meetingId(here.group, date),
        group: here.group,
        date,
        start: '14:00',
        end: '16:00'
      })),
      tablet: { id: tablet.id, name: 'Tablet 1', venue: here.venue }
    });
    expect(v.is(snapshotSchema, snapshot)).toBe(true);
  });

  it('gives a trainer the groups they train, and their name', async () => {
    const { snapshotOf, asStaff, udo, there } = await twoVenues();
    const snapshot = (await snapshotOf(asStaff(udo)))?.snapshot;
    expect(snapshot?.groups.map(({ id }) => id)).toEqual([there.group]);
    expect(snapshot?.members.map(({ firstName }) => firstName)).toEqual(['Carla']);
    expect(snapshot?.staff).toEqual({ id: udo, name: 'udo', role: 'trainer', trains: [there.group] });
  });

  it('names to staff who else runs their groups, and the office; to nobody else', async () => {
    const { snapshotOf, asStaff, eva, udo, office, device } = await twoVenues();
    const named = async (actor: Actor) => (await snapshotOf(actor))?.snapshot.colleagues?.map(({ id }) => id);
    expect(await named(asStaff(udo))).toEqual([office]);
    expect(await named(asStaff(office, 'office'))).toEqual([eva, udo]);
    expect(await named(device)).toBeUndefined();
  });

  it('gives the office everything, and a trainer at a tablet both parts', async () => {
    const { snapshotOf, asStaff, office, udo, tablet } = await twoVenues();
    expect((await snapshotOf(asStaff(office, 'office')))?.snapshot.groups).toHaveLength(2);
    expect((await snapshotOf({ kind: 'staff', staff: udo, role: 'trainer', tablet }))?.snapshot.groups).toHaveLength(2);
  });

  it('gives visitors and revoked tablets nothing', async () => {
    const { snapshotOf, tablet } = await twoVenues();
    expect(await snapshotOf({ kind: 'visitor' })).toBeUndefined();
    expect(await snapshotOf({ kind: 'device', tablet: { ...tablet, revokedAt: 1 } })).toBeUndefined();
  });

  it('leaves out who has left and what is closed, and tells what is cancelled', async () => {
    const { snapshotOf, device, here, writer } = await twoVenues();
    await leaveGroup(writer, { member: here.members[0] ?? '', group: here.group });
    await setMeetingsCancelled(writer, { ids: [meetingId(here.group, '2026-11-24')], cancelled: true });
    const snapshot = (await snapshotOf(device))?.snapshot;
    expect(snapshot?.members.map(({ firstName }) => firstName)).toEqual(['Anna']);
    expect(snapshot?.meetings.map(({ cancelled }) => cancelled)).toEqual([true, undefined]);
    await setGroupClosed(writer, { id: here.group, closed: true });
    expect((await snapshotOf(device))?.snapshot.groups).toEqual([]);
  });

  it('carries the operator when there is one', async () => {
    const { snapshotOf, device, store } = await twoVenues();
    await writeOperator(store.dataDir, {
      name: 'Stadt Auenfurt',
      line: '',
      helpTelephone: '0700 123',
      imprint: '',
      privacyContact: ''
    });
    expect((await snapshotOf(device))?.snapshot.operator).toEqual({ name: 'Stadt Auenfurt', helpPhone: '0700 123' });
  });

  it('has a tag that changes with its content and with nothing else', async () => {
    const { snapshotOf, device, here, writer, world } = await twoVenues();
    const tag = (await snapshotOf(device))?.tag;
    world.pass(60_000);
    expect((await snapshotOf(device))?.tag).toBe(tag);
    await changeMember(writer, { id: here.members[0] ?? '', firstName: 'Berndt', initial: 'K', picture: 'tulip' });
    expect((await snapshotOf(device))?.tag).not.toBe(tag);
  });
});

describe('the facts that rights are judged from', () => {
  it('tell each stay in a group with its times', async () => {
    const { store, here, there, writer, world } = await twoVenues();
    const [bernd = ''] = here.members;
    const from = world.now();
    world.pass(1000);
    await leaveGroup(writer, { member: bernd, group: here.group });
    await joinGroup(writer, { member: bernd, group: there.group });
    const { memberships } = await clubFacts(store).facts({
      people: [bernd],
      meetings: [],
      groups: [],
      staff: [],
      grants: []
    });
    expect(memberships.get(bernd)).toEqual([
      { group: here.group, venue: here.venue, from, until: from + 1000 },
      { group: there.group, venue: there.venue, from: from + 1000 }
    ]);
  });

  it('tell who trained what from when to when, and who had which role', async () => {
    const { store, here, eva, udo, writer, world } = await twoVenues();
    const from = world.now();
    world.pass(1000);
    await changeGroup(writer, { id: here.group, name: 'Montag', venue: here.venue, course: '', trainers: [udo] });
    const { assignments, roles } = await clubFacts(store).facts({
      people: [],
      meetings: [],
      groups: [],
      staff: [eva, udo],
      grants: []
    });
    expect(assignments.get(eva)).toEqual([{ group: here.group, from, until: from + 1000 }]);
    expect(assignments.get(udo)).toContainEqual({ group: here.group, from: from + 1000 });
    expect(roles.get(eva)).toEqual([{ role: 'trainer', from }]);
  });

  it('name the group and venue of a meeting, and leave out what is unknown', async () => {
    const { store, here } = await twoVenues();
    const id = meetingId(here.group, '2026-11-24');
    const facts = await clubFacts(store).facts({
      people: ['x'],
      meetings: [id, 'x'],
      groups: [here.group, 'x'],
      staff: ['x'],
      grants: []
    });
    expect([...facts.meetings]).toEqual([[id, { group: here.group, venue: here.venue }]]);
    expect([...facts.groups]).toEqual([[here.group, { venue: here.venue }]]);
    expect([facts.memberships.size, facts.assignments.size, facts.roles.size]).toEqual([0, 0, 0]);
  });
});

describe('the roster', () => {
  it('of a tablet holds members and meetings of groups that meet within 14 days', async () => {
    const { store, device, here, world } = await twoVenues();
    const { people, meetings } = await clubFacts(store).roster(device, world.now());
    expect(people).toEqual([...here.members].sort());
    expect(meetings).toEqual([meetingId(here.group, '2026-11-24')]);
    world.pass(40 * 24 * 3_600_000);
    expect(await clubFacts(store).roster(device, world.now())).toEqual({ people: [], meetings: [] });
  });

  it('of a trainer holds their groups, of the office all, of a visitor nothing', async () => {
    const { store, world, asStaff, udo, office, there } = await twoVenues();
    const rosterOf = (actor: Actor) => clubFacts(store).roster(actor, world.now());
    expect(await rosterOf(asStaff(udo))).toEqual({
      people: there.members,
      meetings: [meetingId(there.group, '2026-11-27')]
    });
    expect((await rosterOf(asStaff(office, 'office'))).meetings).toHaveLength(3);
    expect(await rosterOf({ kind: 'visitor' })).toEqual({ people: [], meetings: [] });
  });
});
