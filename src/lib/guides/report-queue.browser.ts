import { postQueue } from '$lib/base/post-queue.browser';
import { guideReportSchema } from './report';
import { waitingKey } from './waiting-key';

/** Reports of outdated guides on their way to the server. */
export const guideQueue = postQueue({ key: waitingKey, schema: guideReportSchema, address: '/api/guide-report' });
