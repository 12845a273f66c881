import { newId } from '$lib/base/id';
import { postQueue } from '$lib/base/post-queue.browser';
import { world } from '$lib/base/world';
import type { StepPractice } from '$lib/content/lesson';
import type { Locale } from '$lib/i18n/locales';
import { lessonReportSchema, whatBroke } from './report';
import { waitingKey } from './waiting-key';

/** What lessons tell, on its way to the server. */
export const lessonQueue = postQueue({ key: waitingKey, schema: lessonReportSchema, address: '/api/lesson-report' });

/** What was told since the page was loaded: who tries again and again tells it once. */
const told = new Set<string>();

/** Tells the server's log that a practice broke. Never throws. */
export async function tellBroken(
  { kind, scene }: Pick<StepPractice, 'kind' | 'scene'>,
  locale: Locale,
  error: unknown
): Promise<void> {
  const fault = { what: 'broken', kind, scene, locale, error: whatBroke(error) } as const;
  const name = JSON.stringify(fault);
  const isWaiting = lessonQueue.waiting().some(({ id: _, ...letter }) => JSON.stringify(letter) === name);
  if (isWaiting || told.has(name)) return;
  told.add(name);
  if ((await lessonQueue.hand({ id: newId(world), ...fault })) === 'kept') lessonQueue.watch();
}
