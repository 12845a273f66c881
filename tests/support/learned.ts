import { formatStamp } from '../../src/lib/base/clock';
import { newId } from '../../src/lib/base/id';
import { world } from '../../src/lib/base/world';
import type { CourseFile } from '../../src/lib/content/lesson';
import { carriedText } from '../../src/lib/move/carried';

const october = Date.UTC(2026, 9, 12, 9);

/** A file as the page of moving makes it: all lessons of a course were finished on 12 October 2026. */
export function learnedFile({ id: course, lessons }: CourseFile) {
  const events = lessons.map(({ id: lesson }, index) => ({
    id: newId<'event'>(world),
    stream: 'progress/visitor',
    type: 'lesson.completed',
    at: formatStamp({ ms: october + index * 60_000, counter: 0, device: 'old-tablet' }),
    by: 'person/visitor',
    data: { course, lesson }
  }));
  return { name: 'mein-lernen.json', mimeType: 'application/json', buffer: Buffer.from(carriedText(events, october)) };
}
