import { rooms } from '$lib/rooms';

export const count = rooms.length;
