import { getEngine } from '$lib/sync/app.browser';

export const engine = getEngine;
