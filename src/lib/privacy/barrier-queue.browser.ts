import { postQueue } from '$lib/base/post-queue.browser';
import { barrierReportSchema } from './barrier-report';
import { waitingKey } from './waiting-key';

/** Reports of barriers on their way to the server. */
export const barrierQueue = postQueue({
  key: waitingKey,
  schema: barrierReportSchema,
  address: '/api/barrier-report'
});
