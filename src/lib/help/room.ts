import type { Room } from '$lib/sync/projection';
import { helpAnswered, helpEnded, helpRaised, lessonOffered, offerAnswered, offerWithdrawn } from './events';
import { helpCall } from './help-call';
import { lessonOffer } from './lesson-offer';

/** What raised hands and "Bitte öffnen" bring to the sync engine. */
export const helpRoom: Room = {
  name: 'help',
  eventTypes: [helpRaised, helpEnded, helpAnswered, lessonOffered, offerWithdrawn, offerAnswered],
  projections: [helpCall, lessonOffer]
};
