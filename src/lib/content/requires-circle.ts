import type { WholeFacts } from './lesson-facts';
import { problemAt, type Problem } from './problem';

/**
 * Lessons of several courses that require each other in a circle, each circle once, at its first lesson. Within one course
 * the order of its lessons says it already.
 */
export function requiresCircles(facts: readonly WholeFacts[]): Problem[] {
  const byId = new Map(facts.map((lesson) => [lesson.value.id, lesson]));
  const named = new Set<string>();
  return facts.flatMap((lesson) => {
    const circle = circleFrom(lesson.value.id, byId);
    if (!circle || circle.some((id) => named.has(id))) return [];
    for (const id of circle) named.add(id);
    const courses = new Set(circle.map((id) => byId.get(id)?.file.split('/')[1]));
    if (courses.size < 2) return [];
    const [first = ''] = circle;
    const words = [...circle.slice(1), first].map((id) => `"${id}"`).join(', which requires ');
    const place = { file: lesson.file, line: lesson.lineOf(['requires']) };
    return [problemAt(place, 'requires-circle', `"${first}" requires ${words}.`)];
  });
}

/** The shortest way of requirements from a lesson back to itself, it first; undefined where there is none. */
function circleFrom(start: string, byId: ReadonlyMap<string, WholeFacts>): string[] | undefined {
  const ways = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of byId.get(way.at(-1) ?? '')?.value.requires ?? []) {
      if (next === start) return way;
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return undefined;
}
