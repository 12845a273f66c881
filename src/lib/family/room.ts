import type { Room } from '$lib/sync/projection';
import { agreementBegun, agreementSigned, detailWritten, ruleAnswered, ruleWritten } from './events';
import { family } from './kept';

/** What families bring to the sync engine. */
export const familyRoom: Room = {
  name: 'family',
  eventTypes: [agreementBegun, ruleWritten, ruleAnswered, detailWritten, agreementSigned],
  projections: [family]
};
