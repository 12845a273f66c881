import { json } from '@sveltejs/kit';
import { getServerSync } from '$lib/rooms.server';
import type { RequestHandler } from './$types';

/** Says that the server answers and that its database can be read. */
export const GET: RequestHandler = () =>
  json({ ok: true, epoch: getServerSync().log.epoch }, { headers: { 'cache-control': 'no-store' } });
