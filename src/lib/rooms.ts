import { attendanceRoom } from '$lib/attendance/room';
import { familyRoom } from '$lib/family/room';
import { guidesRoom } from '$lib/guides/room';
import { helpRoom } from '$lib/help/room';
import { learningRoom } from '$lib/learning/room';
import { planRoom } from '$lib/plan/room';
import type { Room } from '$lib/sync/projection';

/** The composition root of the sync engine: every room's event types and projections, for both sides. */
export const rooms: readonly Room[] = [learningRoom, attendanceRoom, planRoom, helpRoom, familyRoom, guidesRoom];
