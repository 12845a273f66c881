import type { Room } from '$lib/sync/projection';
import { deviceChosen } from './events';
import { ownDevice } from './own-device';

/** What guides bring to the sync engine. */
export const guidesRoom: Room = { name: 'guides', eventTypes: [deviceChosen], projections: [ownDevice] };
