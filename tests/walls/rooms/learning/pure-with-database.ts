import { openStore } from '$lib/store/open.server';

export const open = openStore;
