import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { isTooLarge } from '$lib/sync/admit';
import { anId } from '../../../tests/support/events';
import { familyMoved, mostDevices } from './device-events';
import { addressTextOf, bytesInAddress, bytesOf, textOf, type Bytes } from './bytes';
import { hand, makeDeviceKey, memberOf, taken } from './handing';
import { invitationText, readInvitation, shownForMs } from './invitation';
import { decrypted, encrypted, keysOf, newSecret, seal, unseal } from './sealing';

const hex = (text: string): Bytes => Uint8Array.from(Buffer.from(text, 'hex'));
const toHex = (text: string): string => Buffer.from(text, 'base64').toString('hex');
const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));

const secret = addressTextOf(Uint8Array.from({ length: 32 }, (_, n) => n));
const bound = { id: anId<'event'>(7), stream: 'family/f1', by: 'device/d1' };
const inner = { type: 'agreement.begun', data: { agreement: 'one' } };
const aad = `${bound.id}\n${bound.stream}\n${bound.by}`;

describe('known answers', () => {
  test('AES-256-GCM with additional data is what the specification gives (McGrew and Viega, test case 16)', async () => {
    const raw = hex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308');
    const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
    const given = {
      nonce: hex('cafebabefacedbaddecaf888'),
      bound: hex('feedfacedeadbeeffeedfacedeadbeefabaddad2'),
      plain: hex(
        'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39'
      )
    };
    const box = await encrypted(key, given);
    expect(toHex(box.box)).toBe(
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662' +
        '76fc6ece0f4e1768cddf8853bb2d551b'
    );
    expect(await decrypted(key, box, given.bound)).toEqual(given.plain.buffer);
  });

  test('key and token of a family are what HKDF with SHA-256 gives by another hand, and stay so', async () => {
    const { key, token } = await keysOf(secret, 'family/f1');
    const derived = (info: string) => Buffer.from(hkdfSync('sha256', bytesInAddress(secret), 'family/f1', info, 32));
    expect(token).toBe(derived('digitaltreff family token').toString('base64url'));
    const nonce = Uint8Array.from({ length: 12 }, (_, n) => n);
    const { box } = await seal({ key }, { bound, inner, random: () => nonce });
    const cipher = createCipheriv('aes-256-gcm', derived('digitaltreff family key'), nonce).setAAD(Buffer.from(aad));
    const text = Buffer.concat([cipher.update(JSON.stringify(inner)), cipher.final(), cipher.getAuthTag()]);
    expect(box).toBe(text.toString('base64'));
    expect([token, box]).toMatchInlineSnapshot(`
      [
        "0G2UqrjYgfNyPSrbOVAJc1IliNLz2oSD0PMsdKryu6c",
        "sdky/k+NNV87oWHXsCJXsPzrN9kdBGDlCiYux1BlthSa6ye5o/LxsWvwPVqV8GhlDs969JEgQNnAERyF4Rw1+BlrERcf",
      ]
    `);
  });

  test('a sealed entry is opened by another hand', async () => {
    const keys = await keysOf(secret, 'family/f1');
    const { nonce, box } = await seal(keys, { bound, inner, random });
    const key = Buffer.from(hkdfSync('sha256', bytesInAddress(secret), 'family/f1', 'digitaltreff family key', 32));
    const bytes = bytesOf(box);
    const decipher = createDecipheriv('aes-256-gcm', key, bytesOf(nonce)).setAAD(Buffer.from(aad));
    decipher.setAuthTag(bytes.slice(-16));
    const plain = Buffer.concat([decipher.update(bytes.slice(0, -16)), decipher.final()]);
    expect(JSON.parse(plain.toString())).toEqual(inner);
  });
});

describe('a sealed entry', () => {
  const sealed = async () => {
    const keys = await keysOf(secret, 'family/f1');
    return { keys, box: await seal(keys, { bound, inner, random }) };
  };

  test('opens with its key, in its place, and with no two alike', async () => {
    const { keys, box } = await sealed();
    expect(await unseal(keys, { bound, box })).toEqual(inner);
    expect((await sealed()).box).not.toEqual(box);
  });

  test.each([
    ['of another event', { ...bound, id: anId<'event'>(8) }],
    ['in another stream', { ...bound, stream: 'family/f2' }],
    ['of another author', { ...bound, by: 'device/d2' }],
    ['whose parts are shifted', { ...bound, stream: 'family/f', by: '1\ndevice/d1' }]
  ])('%s is refused', async (_, other) => {
    const { keys, box } = await sealed();
    expect(await unseal(keys, { bound: other, box })).toBeUndefined();
  });

  test('of which any byte was changed or cut off is refused', async () => {
    const { keys, box } = await sealed();
    const bytes = bytesOf(box.box);
    for (let at = 0; at < bytes.length; at++) {
      const changed = bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
      expect(await unseal(keys, { bound, box: { ...box, box: textOf(changed) } })).toBeUndefined();
    }
    for (const short of [textOf(bytes.slice(0, -1)), textOf(bytes.slice(1)), '', '???'])
      expect(await unseal(keys, { bound, box: { ...box, box: short } })).toBeUndefined();
    expect(await unseal(keys, { bound, box: { ...box, nonce: 'AAAAAAAAAAAAAAAA' } })).toBeUndefined();
  });

  test('does not open with the key of another family, nor with the same secret in another stream', async () => {
    const { box } = await sealed();
    for (const keys of [await keysOf(newSecret({ random }), 'family/f1'), await keysOf(secret, 'family/f2')])
      expect(await unseal(keys, { bound, box })).toBeUndefined();
  });

  test('that holds no entry is refused, though its seal is right', async () => {
    const { key } = await keysOf(secret, 'family/f1');
    for (const text of ['no JSON', '{"type":1}', '{"type":"a.b","data":{},"id":"f1"}', '']) {
      const plain = new TextEncoder().encode(text);
      const box = await encrypted(key, { nonce: random(12), bound: new TextEncoder().encode(aad), plain });
      expect(await unseal({ key }, { bound, box })).toBeUndefined();
    }
  });
});

describe('a secret that is handed on', () => {
  const streams = ['family/f1', 'family/f2'] as const;

  test('reaches the devices that stay, and no other', async () => {
    const [one, two, out] = await Promise.all([makeDeviceKey(), makeDeviceKey(), makeDeviceKey()]);
    const handed = await hand(secret, { publicKeys: [one.publicKey, two.publicKey], streams });
    expect(await taken(handed, { device: one, streams })).toBe(secret);
    expect(await taken(handed, { device: two, streams })).toBe(secret);
    expect(await taken(handed, { device: out, streams })).toBeUndefined();
  });

  test('to as many devices as a family may have fits into an event when it is sealed', async () => {
    const keys = await Promise.all(Array.from({ length: mostDevices }, () => makeDeviceKey()));
    const handed = await hand(secret, { publicKeys: keys.map(({ publicKey }) => publicKey), streams });
    const move = { type: 'family.moved', data: { to: anId(9), ...handed } };
    const box = await seal(await keysOf(secret, 'family/f1'), { bound, inner: move, random });
    expect(v.is(familyMoved.schema, box)).toBe(true);
    expect(isTooLarge(box)).toBe(false);
  });

  test('is nothing to another device that takes its box, nor in another place, nor with another point', async () => {
    const [one, out] = await Promise.all([makeDeviceKey(), makeDeviceKey()]);
    const handed = await hand(secret, { publicKeys: [one.publicKey], streams });
    const box = Object.values(handed.boxes)[0] ?? { nonce: '', box: '' };
    const stolen = { ...handed, boxes: { [await memberOf(out.publicKey)]: box } };
    expect(await taken(stolen, { device: out, streams })).toBeUndefined();
    expect(await taken(handed, { device: one, streams: ['family/f1', 'family/f3'] })).toBeUndefined();
    for (const from of [out.publicKey, 'AAAA', '']) {
      expect(await taken({ ...handed, from }, { device: one, streams })).toBeUndefined();
    }
  });
});

describe('a link', () => {
  const until = Date.UTC(2026, 10, 28, 5);
  const invitation = { family: anId<'family'>(3), secret, until };

  test('brings family and secret over, in signs that addresses take', async () => {
    const text = await invitationText(invitation);
    expect(text).toMatch(/^join=[A-Za-z0-9_-]{75}$/);
    expect(await readInvitation(`#${text}`, until - shownForMs)).toEqual({ ok: true, value: invitation });
  });

  test('that was cut, or of which one sign is another, is told from a whole one', async () => {
    const text = await invitationText(invitation);
    for (let length = 5; length < text.length; length += 7)
      expect(await readInvitation(`#${text.slice(0, length)}`, until)).toEqual({ ok: false, error: 'cut' });
    for (let at = 5; at < text.length; at += 3) {
      const other = text[at] === 'A' ? 'B' : 'A';
      const wrong = `#${text.slice(0, at)}${other}${text.slice(at + 1)}`;
      expect(await readInvitation(wrong, until), wrong).toMatchObject({ ok: false });
    }
    expect(await readInvitation(`#${text}x`, until)).toEqual({ ok: false, error: 'cut' });
  });

  test('is over some minutes after its time, for clocks that differ', async () => {
    const hash = `#${await invitationText(invitation)}`;
    expect(await readInvitation(hash, until + 4 * 60_000)).toMatchObject({ ok: true });
    expect(await readInvitation(hash, until + 6 * 60_000)).toEqual({ ok: false, error: 'over' });
  });
});
