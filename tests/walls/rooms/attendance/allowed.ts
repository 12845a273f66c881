import { later } from '$lib/sync/merge';

export const merge = later;
