import type { ClientInit } from '@sveltejs/kit';
import { bringRooms } from '$lib/sync/app.browser';

/** The rooms come with the engine, after the first paint. */
export const init: ClientInit = () => {
  bringRooms(async () => (await import('$lib/rooms')).rooms);
};
