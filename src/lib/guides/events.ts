import * as v from 'valibot';
import { systems } from '$lib/content/guide';
import type { EventType } from '$lib/sync/event';

const deviceData = v.object({ system: v.picklist(systems) });

/** "Welches Gerät haben Sie?": the system of somebody's own device, until they choose another. */
export const deviceChosen: EventType<v.InferOutput<typeof deviceData>> = {
  type: 'device.chosen',
  streams: ['progress'],
  schema: deviceData
};
