import { keptEvents, tableSizes } from '../support/database';
import { aSyncRequest, aTabletEvent, sendSync } from '../support/sync-request';
import { expect, test, type ClubAt } from '../support/test';

const anna = ({ facts }: ClubAt) => {
  const id = facts.members[0]?.id ?? '';
  return { stream: `progress/${id}`, by: `person/${id}` };
};

/** The tables' sizes, once the server has made its read tables. */
async function sizesAtRest({ server }: ClubAt): Promise<Record<string, number>> {
  await fetch(`${server.url}/api/health`);
  return tableSizes(server.dataDir);
}

test.describe('a request that is none is refused whole, and nothing of it is kept', () => {
  const cases: [string, (club: ClubAt) => unknown, number, string][] = [
    ['broken JSON', () => '{"protocol": 1, "events": [', 400, 'broken-request'],
    ['no JSON at all', () => 'Guten Tag', 400, 'broken-request'],
    ['a list in place of a request', () => [], 400, 'broken-request'],
    ['an older protocol', (club) => aSyncRequest({ protocol: 0, events: [aTabletEvent(anna(club))] }), 426, 'old-app'],
    ['a newer protocol', (club) => aSyncRequest({ protocol: 2, events: [aTabletEvent(anna(club))] }), 426, 'old-app'],
    [
      'no device',
      (club) => aSyncRequest({ device: 'mein Tablet', events: [aTabletEvent(anna(club))] }),
      400,
      'broken-request'
    ],
    [
      'more than 500 events',
      (club) => aSyncRequest({ events: Array.from({ length: 501 }, () => aTabletEvent(anna(club))) }),
      413,
      'too-much'
    ],
    [
      'a body above a megabyte',
      (club) => aSyncRequest({ events: [aTabletEvent({ ...anna(club), data: 'x'.repeat(1_100_000) })] }),
      413,
      'too-much'
    ]
  ];
  for (const [name, body, status, code] of cases) {
    test(name, async ({ shared, request }) => {
      const { url, dataDir } = shared.server;
      const before = await sizesAtRest(shared);
      const answer = await sendSync(request, { url, body: body(shared), cookie: shared.facts.tabletCookie });
      expect(answer.status()).toBe(status);
      expect(await answer.json()).toEqual({ code });
      expect(tableSizes(dataDir)).toEqual(before);
    });
  }
});

test('one bad event refuses itself, not its batch', async ({ club, request }) => {
  const own = anna(club);
  const events = {
    good: aTabletEvent(own),
    unknownType: aTabletEvent({ ...own, type: 'lesson.dreamed' }),
    wrongData: aTabletEvent({ ...own, data: { course: 7 } }),
    wrongStream: aTabletEvent({ ...own, stream: `meeting/${club.facts.meeting}` }),
    foreignPerson: aTabletEvent({
      stream: 'progress/01900000-0000-7000-8000-000000000001',
      by: 'person/01900000-0000-7000-8000-000000000001'
    }),
    foreignAuthor: aTabletEvent({ ...own, by: `staff/${club.facts.office.id}` }),
    tooLarge: aTabletEvent({ ...own, data: { course: 'tablet-basics', lesson: 'x'.repeat(5000) } }),
    visitor: aTabletEvent({ stream: 'progress/visitor', by: 'person/visitor' })
  };
  const { url, dataDir } = club.server;
  const body = aSyncRequest({ events: Object.values(events) });
  const answer = await sendSync(request, { url, body, cookie: club.facts.tabletCookie });
  expect(answer.status()).toBe(200);
  const { accepted, refused } = await answer.json();
  expect(accepted.map(({ id }: { id: string }) => id)).toEqual([events.good.id]);
  const codes = Object.fromEntries(refused.map(({ id, code }: { id: string; code: string }) => [id, code]));
  expect(codes).toEqual({
    [events.unknownType.id]: 'unknown-type',
    [events.wrongData.id]: 'invalid',
    [events.wrongStream.id]: 'invalid',
    [events.foreignPerson.id]: 'forbidden',
    [events.foreignAuthor.id]: 'unauthorized',
    [events.tooLarge.id]: 'too-large',
    [events.visitor.id]: 'invalid'
  });
  expect(keptEvents(dataDir, 'lesson.completed').map(({ id }) => id)).toEqual([events.good.id]);
});

test('a browser that is nobody writes nothing, and reads nothing', async ({ shared, request }) => {
  const { url, dataDir } = shared.server;
  const event = aTabletEvent(anna(shared));
  const before = await sizesAtRest(shared);
  const answer = await sendSync(request, {
    url,
    body: aSyncRequest({ events: [event], cursors: { [event.stream]: 0 } })
  });
  expect(answer.status()).toBe(200);
  const body = await answer.json();
  expect(body.accepted).toEqual([]);
  expect(body.refused).toEqual([{ id: event.id, code: expect.stringMatching(/^(forbidden|unauthorized)$/) }]);
  expect(body.streams).toEqual({});
  expect(body.snapshot ?? undefined).toBeUndefined();
  expect(tableSizes(dataDir)).toEqual(before);
});

test('sent again, an event is accepted again and kept once; other words under its id are a conflict', async ({
  club,
  request
}) => {
  const { url, dataDir } = club.server;
  const event = aTabletEvent(anna(club));
  const send = (events: unknown[]) =>
    sendSync(request, { url, body: aSyncRequest({ events }), cookie: club.facts.tabletCookie });
  const first = await (await send([event])).json();
  const again = await (await send([event, event])).json();
  expect(again.refused).toEqual([]);
  expect(again.accepted[0]).toEqual(first.accepted[0]);
  const other = await (await send([{ ...event, data: { course: 'tablet-basics', lesson: 'connect-wifi' } }])).json();
  expect(other.refused).toEqual([{ id: event.id, code: 'conflict' }]);
  const kept = keptEvents(dataDir, 'lesson.completed');
  expect(kept).toHaveLength(1);
  expect(JSON.parse(kept[0]?.data ?? '')).toEqual(event.data);
});
