import { gzipSync } from 'node:zlib';
import { chanceOf, type Chance } from '../chance';
import { posted, stolenCookie, type Attack, type Attacker, type Identities } from './attack';
import { aName, badValue, nested } from './bad-values';
import { badEvent, goodEvent, listOf, objectOf, requestOf, someId } from './events';
import { aRawConnection, aStrangePath, wrongCookies } from './strange';

const mebibyte = 1024 * 1024;
const tenMebibytes = Buffer.alloc(10 * mebibyte, 'a');
/** Packed to a thousandth of their size; the second is a bomb within a bomb. */
const bomb = gzipSync(Buffer.alloc(100 * mebibyte));
const bombs = [bomb, gzipSync(bomb), gzipSync(`{"protocol":1,"events":[${'[],'.repeat(300_000)}[]]}`)];
const deep = [nested(100_000), `{"protocol":1,"events":[${nested(100_000)}]}`, '{"a":'.repeat(100_000)].map((text) =>
  Buffer.from(text)
);
const large = [
  `{"protocol":1,"x":"${'x'.repeat(1_000_000)}"}`,
  `{"protocol":1,"events":[${'0,'.repeat(480_000)}0]}`,
  `[${'{},'.repeat(330_000)}{}]`
].map((text) => Buffer.from(text));
const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'image/png', ''];
const encodings = ['br', 'deflate', 'gzip, gzip', 'identity', 'zstd', 'GZIP', 'x'.repeat(2000)];
const fields = ['protocol', 'device', 'cursors', 'grants', 'events', 'snapshotTag', 'left', 'epoch', 'gone'];
const streamKinds = ['progress', 'learner', 'meeting', 'family'];
const wrongCursors = ['-1', '1e300', '0.5', '1e15', 'null', '"7"', '9007199254740993'];
const packed = { 'content-encoding': 'gzip' };

/** Nobody, or one of the stolen tablets: half and half. */
const someone = (chance: Chance, facts: Identities) => (chance.below(2) === 0 ? '' : stolenCookie(chance, facts));

const good = (chance: Chance, facts: Identities, count = 1 + chance.below(5)) =>
  requestOf(chance, { events: listOf(count, () => goodEvent(chance, facts)) });

/** A request of a stolen tablet with these of its fields wrong. */
const withFields = (chance: Chance, facts: Identities, wanted: Readonly<Record<string, string>>) =>
  posted({ body: requestOf(chance, wanted), cookie: stolenCookie(chance, facts) });

const bodies: Readonly<Record<string, Attacker>> = {
  'random bytes': (chance, facts) =>
    posted({ body: chance.bytes(chance.of([0, 1, 100, 10_000])), cookie: someone(chance, facts) }),
  'random bytes said to be packed': (chance, facts) =>
    posted({ body: chance.bytes(1000), headers: packed, cookie: someone(chance, facts) }),
  'JSON of another shape': (chance, facts) => posted({ body: badValue(chance), cookie: someone(chance, facts) }),
  'deep nesting': (chance, facts) => posted({ body: chance.of(deep), cookie: someone(chance, facts) }),
  'ten megabytes': (chance, facts) => {
    const attack = posted({ body: tenMebibytes, cookie: someone(chance, facts) });
    return { ...attack, chunked: chance.below(2) === 0 };
  },
  'almost a megabyte': (chance, facts) => posted({ body: chance.of(large), cookie: someone(chance, facts) }),
  'a gzip bomb': (chance, facts) => posted({ body: chance.of(bombs), headers: packed, cookie: someone(chance, facts) }),
  'broken gzip': (chance, facts) => {
    const whole = gzipSync(good(chance, facts));
    const body = whole.subarray(0, chance.below(whole.length));
    return posted({ body, headers: packed, cookie: someone(chance, facts) });
  },
  'a wrong type or encoding': (chance, facts) => {
    const headers = { 'content-type': chance.of(types), 'content-encoding': chance.of(encodings) };
    return posted({ body: good(chance, facts), headers, cookie: someone(chance, facts) });
  },
  'bytes that are no UTF-8': (chance, facts) => {
    const body = Buffer.from(good(chance, facts));
    for (let turn = 0; turn < 5; turn += 1) body[chance.below(body.length)] = chance.of([0, 0xff, 0xc0, 0xed, 0x80]);
    return posted({ body, cookie: stolenCookie(chance, facts) });
  },
  'a connection that breaks': (chance, facts) => {
    const attack = posted({ body: good(chance, facts, 20), cookie: someone(chance, facts) });
    return { ...attack, cutAfter: chance.below(attack.body?.length ?? 1), chunked: chance.below(2) === 0 };
  }
};

const requests: Readonly<Record<string, Attacker>> = {
  'a field of another shape': (chance, facts) => withFields(chance, facts, { [chance.of(fields)]: badValue(chance) }),
  'events with something wrong': (chance, facts) => {
    const events = listOf(1 + chance.below(12), () => (chance.below(3) === 0 ? goodEvent : badEvent)(chance, facts));
    return withFields(chance, facts, { events });
  },
  'bad events only': (chance, facts) => {
    const events = Array.from({ length: 1 + chance.below(30) }, () => badValue(chance));
    return withFields(chance, facts, { events: `[${events.join()}]` });
  },
  'one id, two contents': (chance, facts) => {
    const event = goodEvent(chance, facts);
    const other = { ...event, data: goodEvent(chance, facts)['data'] ?? '0' };
    const third = { ...goodEvent(chance, facts), id: event['id'] ?? '""' };
    const all = [event, other, third];
    return withFields(chance, facts, { events: `[${all.map(objectOf).join()}]` });
  },
  'an id used before': (chance, facts) => {
    const id = JSON.stringify(someId(chanceOf(7, chance.below(50)), 1_700_000_000_000));
    return withFields(chance, facts, { events: listOf(1, () => ({ ...goodEvent(chance, facts), id })) });
  },
  'wrong cursors': (chance, facts) => {
    const names = [chance.of(facts.people), aName(chance), someId(chance)];
    const cursors = names.map((name) => `"${chance.of(streamKinds)}/${name}":${chance.of(wrongCursors)}`);
    return withFields(chance, facts, { cursors: `{${cursors.join()}}` });
  },
  'ten thousand cursors': (chance, facts) => {
    const kind = chance.of(streamKinds);
    const cursors = Array.from({ length: 10_000 }, (_, index) => `"${kind}/p${index}":${index}`);
    return withFields(chance, facts, { cursors: `{${cursors.join()}}` });
  },
  'a foreign device': (chance, facts) => {
    const device = JSON.stringify(chance.of(facts.tablets).split('.')[0]);
    return withFields(chance, facts, { device, events: listOf(2, () => goodEvent(chance, facts)) });
  },
  'guessed grants': (chance, facts) => {
    const secret = 'x'.repeat(chance.of([0, 43, 5000]));
    const grants = JSON.stringify(Array.from({ length: 50 }, () => ({ id: someId(chance), secret })));
    return withFields(chance, facts, { grants, events: listOf(1, () => goodEvent(chance, facts)) });
  },
  'a full batch': (chance, facts) => posted({ body: good(chance, facts, 500), cookie: stolenCookie(chance, facts) }),
  'a wrong cookie': (chance, facts) =>
    posted({ body: good(chance, facts), cookie: chance.of(wrongCookies(chance, facts)) }),
  'good events': (chance, facts) => posted({ body: good(chance, facts), cookie: stolenCookie(chance, facts) })
};

/** What the server must bear, by kind. */
const attackers: Readonly<Record<string, Attacker>> = {
  ...bodies,
  ...requests,
  'a connection that speaks something else': aRawConnection,
  'another door': aStrangePath
};

/** These cost their sender the most, and so come less often. */
const costly = [
  'ten megabytes',
  'almost a megabyte',
  'a gzip bomb',
  'ten thousand cursors',
  'a full batch',
  'deep nesting'
];
const rare = new Set(costly);
const kinds = Object.keys(attackers).flatMap((kind) => (rare.has(kind) ? [kind] : Array<string>(8).fill(kind)));

/** The attack of a run that has this number. */
export function attackOf({ seed, turn, facts }: { seed: number; turn: number; facts: Identities }): Attack {
  const chance = chanceOf(seed, turn);
  const kind = chance.of(kinds);
  const make = attackers[kind];
  if (make === undefined) throw new Error(`No attack is called ${kind}`);
  return { kind, ...make(chance, facts) };
}
