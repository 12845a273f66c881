import { letterDoor } from '$lib/access/letter-door.server';
import { world } from '$lib/base/world';
import { barrierReportSchema } from '$lib/privacy/barrier-report';
import { keepBarrierReport } from '$lib/privacy/barriers.server';
import { getStore } from '$lib/store/open.server';

/** Takes a report that was written without a network. */
export const POST = letterDoor(barrierReportSchema, async (report) => {
  await keepBarrierReport({ store: getStore(), world }, report);
});
