import type { Room } from '$lib/sync/projection';
import { helpAnswered, helpEnded, helpRaised, lessonOffered, offerAnswered, offerWithdrawn } from './events';
import { helpCall } from './help-call';
import { lessonOffer } from './lesson-offer';
import { liftedLock, lockLifted } from './lifted-lock';

/** What raised hands, "Bitte öffnen" and a trainer who lets somebody in bring to the sync engine. */
export const helpRoom: Room = {
  name: 'help',
  eventTypes: [helpRaised, helpEnded, helpAnswered, lessonOffered, offerWithdrawn, offerAnswered, lockLifted],
  projections: [helpCall, lessonOffer, liftedLock]
};
