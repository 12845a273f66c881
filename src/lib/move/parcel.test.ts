import { describe, expect, it } from 'vitest';
import { world } from '$lib/base/world';
import { newSecret } from '$lib/family/sealing';
import { isCode } from './is-code';
import { packed, parcelCodeText, parcelId, readParcelCode, unpacked, waitsForMs } from './parcel';
import { Parcels } from './parcels.server';

const now = Date.UTC(2026, 10, 28, 12);

describe('a parcel', () => {
  it('is opened by its code alone, and shows nothing of what is in it', async () => {
    const secret = newSecret(world);
    const parcel = await packed(secret, 'Notiz: Brille', world);
    expect(JSON.stringify(parcel)).not.toContain('Brille');
    expect(await unpacked(secret, parcel)).toBe('Notiz: Brille');
    expect(await unpacked(newSecret(world), parcel)).toBeUndefined();
    expect(await unpacked(secret, { ...parcel, box: parcel.box.replace(/^../, 'AA') })).toBeUndefined();
  });

  it('is fetched by what its code tells', async () => {
    const secret = newSecret(world);
    expect(await parcelId({ secret })).toBe((await packed(secret, '', world)).id);
  });
});

describe('the code of a parcel', () => {
  const code = { secret: newSecret(world), until: now + waitsForMs };

  it('is read as it was written, as long as it is good', async () => {
    const hash = `#${await parcelCodeText(code)}`;
    expect(isCode(hash)).toBe(true);
    expect(await readParcelCode(hash, now)).toEqual({ ok: true, value: code });
    expect(await readParcelCode(hash, now + 16 * 60_000)).toEqual({ ok: false, error: 'over' });
  });

  it.each([
    ['cut', (hash: string) => hash.slice(0, -3)],
    [
      'with another sign',
      (hash: string) => hash.replace(/^(.{20})(.)/, (_, before, sign) => before + (sign === 'A' ? 'B' : 'A'))
    ],
    ['empty', () => '#parcel=']
  ])('is not taken when it is %s', async (_, change) => {
    expect(await readParcelCode(change(`#${await parcelCodeText(code)}`), now)).toEqual({ ok: false, error: 'cut' });
  });
});

describe('parcels with the server', () => {
  function aServer(room?: number) {
    const planned: { ms: number; call: () => void }[] = [];
    let time = now;
    const parcels = new Parcels({
      now: () => time,
      later: (ms, call) => planned.push({ ms, call }),
      ...(room === undefined ? {} : { room })
    });
    return { parcels, planned, wait: (ms: number) => (time += ms) };
  }
  const parcel = (id: string, box = 'abcd') => ({ id, nonce: 'n', box });

  it('are handed out once', () => {
    const { parcels } = aServer();
    expect(parcels.leave(parcel('one'))).toBe('kept');
    expect(parcels.take('two')).toBeUndefined();
    expect(parcels.take('one')).toEqual({ nonce: 'n', box: 'abcd' });
    expect(parcels.take('one')).toBeUndefined();
  });

  it('are gone after ten minutes, whether anybody asks or not', () => {
    const { parcels, planned, wait } = aServer(4);
    parcels.leave(parcel('one'));
    expect(planned.map(({ ms }) => ms)).toEqual([waitsForMs]);
    wait(waitsForMs);
    expect(parcels.take('one')).toBeUndefined();
    parcels.leave(parcel('two'));
    for (const { call } of planned) call();
    expect(parcels.leave(parcel('three'))).toBe('kept');
  });

  it('are not put in the place of another, and not taken where there is no room', () => {
    const { parcels } = aServer(6);
    parcels.leave(parcel('one'));
    expect(parcels.leave(parcel('one', 'other'))).toBe('taken');
    expect(parcels.leave(parcel('two'))).toBe('full');
    expect(parcels.take('one')).toEqual({ nonce: 'n', box: 'abcd' });
    expect(parcels.leave(parcel('two'))).toBe('kept');
  });
});
