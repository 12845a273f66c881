import { lessonSchema } from '$lib/content/schemas';
import { readYaml } from '$lib/content/yaml-file';
import { competenceAreas, type CompetenceArea } from '$lib/content/competence';

/** Carried along by the build, because the built server has no content folder. */
const files = import.meta.glob<string>('/content/courses/*/*/lesson.yaml', {
  query: '?raw',
  import: 'default',
  eager: true
});

let read: ReadonlyMap<string, readonly CompetenceArea[]> | undefined;

/** The areas of competence that a lesson serves, each once; none of a lesson that is not there any more. */
export function areasOf(lesson: string): readonly CompetenceArea[] {
  read ??= new Map(
    Object.entries(files).flatMap(([file, text]) => {
      const facts = readYaml(lessonSchema, { file, text }).value;
      if (facts === undefined) return [];
      const { id, competences } = facts;
      return [[id, competenceAreas.filter((area) => competences.codes.some((code) => code.startsWith(`${area}.`)))]];
    })
  );
  return read.get(lesson) ?? [];
}
