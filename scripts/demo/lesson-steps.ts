import { compile } from '../../src/lib/content/compile';
import { readSources } from '../../src/lib/content/read-sources.server';

/** One step of the course, with what somebody does on it. */
export interface DemoStep {
  readonly course: string;
  readonly lesson: string;
  readonly step: string;
  readonly practises: boolean;
  readonly answers: boolean;
  /** the lesson is over after it */
  readonly ends: boolean;
}

/** All steps of a course, in the order in which they are learned. */
export function lessonSteps(contentDir: string, id: string): DemoStep[] {
  // Only ids and kinds of steps count here: what the practices want of their scenes is checked elsewhere.
  const ofCourse = [...readSources(contentDir)].filter(([path]) => path.startsWith(`courses/${id}/`));
  const { courses } = compile(new Map(ofCourse), { practices: {} });
  const course = courses.find(({ facts }) => facts.id === id);
  return (course?.lessons ?? []).flatMap(({ facts }) =>
    facts.steps.map((step, index) => ({
      course: id,
      lesson: facts.id,
      step: step.id,
      practises: step.kind === 'do',
      answers: step.kind === 'question',
      ends: index === facts.steps.length - 1
    }))
  );
}
