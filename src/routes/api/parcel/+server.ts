import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import { networkOf } from '$lib/access/sync-limits.server';
import { Throttle } from '$lib/access/throttle.server';
import { parcelSchema } from '$lib/move/parcel';
import { Parcels } from '$lib/move/parcels.server';
import type { RequestHandler } from './$types';

/** A club that moves together is one address; nobody else needs as many. */
const throttle = new Throttle({ points: 120, duration: 3600 });
const parcels = new Parcels({ now: () => Date.now(), later: (ms, call) => void setTimeout(call, ms).unref() });
const idSchema = v.pick(parcelSchema, ['id']);

/** Takes a sealed parcel in from a device that somebody moves away from. */
export const PUT: RequestHandler = async ({ request, getClientAddress }) => {
  await notTooOften(getClientAddress());
  const parcel = v.safeParse(parcelSchema, await request.json().catch(() => undefined));
  if (!parcel.success) error(422, { message: 'Invalid', code: 'invalid' });
  const left = parcels.leave(parcel.output);
  if (left === 'full') error(429, { message: 'No room just now', code: 'rate' });
  if (left === 'taken') error(409, { message: 'Waits already', code: 'conflict' });
  return new Response(null, { status: 204 });
};

/** Hands it out to the device that has its code: once. */
export const POST: RequestHandler = async ({ request, getClientAddress }) => {
  await notTooOften(getClientAddress());
  const asked = v.safeParse(idSchema, await request.json().catch(() => undefined));
  if (!asked.success) error(422, { message: 'Invalid', code: 'invalid' });
  const box = parcels.take(asked.output.id);
  if (!box) error(404, { message: 'No such parcel', code: 'not-found' });
  return json(box, { headers: { 'cache-control': 'no-store' } });
};

async function notTooOften(address: string): Promise<void> {
  if (!(await throttle.begin(networkOf(address))).ok) error(429, { message: 'Too many requests', code: 'rate' });
}
