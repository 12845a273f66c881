import { ageBands, genders } from '$lib/attendance/events';
import { competenceAreas } from '$lib/content/competence';
import { areasOf } from './competences.server';
import { participations } from './figures';
import type { ReportedMeeting } from './held-meetings.server';
import type { Counted, Together } from './report';

/**
 * What is told of all venues together: months, hands that were counted, areas of competence.
 * @param lessons those that were finished, each as often as somebody did
 */
export function togetherOf(meetings: readonly ReportedMeeting[], lessons: readonly string[]): Together {
  return {
    months: [...Map.groupBy(meetings, ({ date }) => date.slice(0, 7))].map(([of, some]) => ({
      of,
      count: participations(some)
    })),
    ages: counted(ageBands, (band) => meetings.map(({ tally }) => tally.ages[band] ?? 0)),
    genders: counted(genders, (gender) => meetings.map(({ tally }) => tally.genders[gender] ?? 0)),
    competences: counted(competenceAreas, (area) => lessons.map((lesson) => (areasOf(lesson).includes(area) ? 1 : 0)))
  };
}

function counted<Of extends string>(names: readonly Of[], of: (name: Of) => readonly number[]): Counted<Of>[] {
  return names.map((name) => ({ of: name, count: of(name).reduce((sum, count) => sum + count, 0) }));
}
