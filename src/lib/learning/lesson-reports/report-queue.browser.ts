import { newId } from '$lib/base/id';
import { postQueue } from '$lib/base/post-queue.browser';
import { world } from '$lib/base/world';
import type { StepPractice } from '$lib/content/lesson';
import type { Locale } from '$lib/i18n/locales';
import { lessonReportSchema } from './report';
import { waitingKey } from './waiting-key';

/** What lessons tell, on its way to the server. */
export const lessonQueue = postQueue({ key: waitingKey, schema: lessonReportSchema, address: '/api/lesson-report' });

/** Tells the server's log that a practice broke. Never throws. */
export async function tellBroken(
  { kind, scene }: Pick<StepPractice, 'kind' | 'scene'>,
  locale: Locale,
  error: unknown
): Promise<void> {
  const told = { id: newId(world), what: 'broken' as const, kind, scene, locale, error: String(error).slice(0, 300) };
  if ((await lessonQueue.hand(told)) === 'kept') lessonQueue.watch();
}
