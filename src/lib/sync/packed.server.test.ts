import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { packed } from './packed.server';

const long = Buffer.from(JSON.stringify(Array.from({ length: 500 }, (_, index) => ({ index, word: 'Übung' }))));

test.each(['gzip', 'gzip, deflate, br', 'br;q=1.0, GZIP;q=0.5'])('a long answer is packed for %s', async (accepts) => {
  const { body, headers } = await packed(long, accepts);
  expect(headers).toEqual({ vary: 'accept-encoding', 'content-encoding': 'gzip' });
  expect(gunzipSync(body)).toEqual(long);
  expect(body.byteLength).toBeLessThan(long.byteLength / 3);
});

test.each([null, '', 'br', 'gzip;q=0', 'identity, gzip; q=0.0', 'x-gzip'])('it is not for %s', async (accepts) => {
  expect(await packed(long, accepts)).toEqual({ body: long, headers: { vary: 'accept-encoding' } });
});

test('a short answer is sent as it is', async () => {
  const short = Buffer.from('{"now":1}');
  expect(await packed(short, 'gzip')).toEqual({ body: short, headers: {} });
});

test('when many are being packed, the next gets it unpacked, and later ones packed again', async () => {
  const bodies = await Promise.all(Array.from({ length: 12 }, () => packed(long, 'gzip')));
  expect(bodies.filter(({ body }) => body === long)).toHaveLength(4);
  expect((await packed(long, 'gzip')).body).not.toBe(long);
});
