import type { ClientInit } from '@sveltejs/kit';
import { bringErrorPage, errorMark } from '$lib/frame/error-page';
import { bringRooms } from '$lib/sync/app.browser';

/** The rooms come with the engine, after the first paint. An error that the server has rendered stays on the screen. */
export const init: ClientInit = async () => {
  bringRooms(async () => (await import('$lib/rooms')).rooms);
  if (document.querySelector(`[${errorMark}]`)) await bringErrorPage().catch(() => undefined);
};
