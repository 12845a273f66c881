import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { packed } from './packed.server';

const long = JSON.stringify(Array.from({ length: 500 }, (_, index) => ({ index, word: 'Übung' })));

test.each(['gzip', 'gzip, deflate, br', 'br;q=1.0, GZIP;q=0.5'])('a long answer is packed for %s', async (accepts) => {
  const { body, headers } = await packed(long, accepts);
  expect(headers).toEqual({ vary: 'accept-encoding', 'content-encoding': 'gzip' });
  if (!(body instanceof Uint8Array)) throw new Error('It is not packed');
  expect(gunzipSync(body).toString()).toBe(long);
  expect(body.byteLength).toBeLessThan(long.length / 3);
});

test.each([null, '', 'br', 'gzip;q=0', 'identity, gzip; q=0.0', 'x-gzip'])('it is not for %s', async (accepts) => {
  expect(await packed(long, accepts)).toEqual({ body: long, headers: { vary: 'accept-encoding' } });
});

test('a short answer is sent as it is', async () => {
  expect(await packed('{"now":1}', 'gzip')).toEqual({ body: '{"now":1}', headers: {} });
});

test('when many are being packed, the next gets it unpacked, and later ones packed again', async () => {
  const bodies = await Promise.all(Array.from({ length: 12 }, () => packed(long, 'gzip')));
  expect(bodies.filter(({ body }) => body === long)).toHaveLength(4);
  expect((await packed(long, 'gzip')).body).not.toBe(long);
});
