import type { APIRequestContext, APIResponse } from '@playwright/test';
import { formatStamp } from '../../src/lib/base/clock';
import { newId } from '../../src/lib/base/id';
import { world } from '../../src/lib/base/world';

/** An event as a tablet would write it now. */
export function aTabletEvent(wanted: { stream: string; by: string; type?: string; data?: unknown; id?: string }) {
  const device = newId(world);
  return {
    id: newId<'event'>(world) as string,
    type: 'lesson.completed',
    at: formatStamp({ ms: Date.now(), counter: 0, device }),
    data: { course: 'tablet-basics', lesson: 'tap-swipe-scroll' } as unknown,
    ...wanted
  };
}

/** A request as a browser sends it, with whatever a test wants to be wrong. */
export const aSyncRequest = (wanted: Record<string, unknown> = {}) => ({
  protocol: 1,
  device: newId(world),
  cursors: {},
  grants: [],
  gone: [],
  events: [],
  ...wanted
});

/** Sends it as the enrolled tablet, or as nobody. */
export function sendSync(
  request: APIRequestContext,
  { url, body, cookie }: { url: string; body: unknown; cookie?: string }
): Promise<APIResponse> {
  return request.post(`${url}/api/sync`, {
    headers: { 'content-type': 'application/json', origin: url, ...(cookie ? { cookie: `device=${cookie}` } : {}) },
    data: typeof body === 'string' ? Buffer.from(body) : JSON.stringify(body)
  });
}
