import type { ReadCourse } from './course-facts';
import { problemAt, type Problem } from './problem';
import { trainerPageSchema, type TrainerPage } from './schemas';
import { filesIn, type Sources } from './sources';
import { trainerLanguage, type TrainerLanguage } from './trainer-page';
import { readYaml } from './yaml-file';

/** A page for trainers as its file holds it, for the checks of language. */
export interface WrittenTrainerPage {
  file: string;
  /** Of its lesson: `courses/<course>/<nn-lesson>`. */
  folder: string;
  language: TrainerLanguage;
  page: TrainerPage;
  lineOf: (path: readonly (string | number)[]) => number;
}

interface PagesOfCourse {
  sources: Sources;
  read: ReadCourse;
  /** Takes the mistakes. */
  problems: Problem[];
}

/**
 * Reads the `trainer.<language>.yaml` of a course's lessons. A course may have none; where it has one, every lesson has one
 * in each language in which trainers of this course read.
 */
export function readTrainerPages({ sources, read, problems }: PagesOfCourse): WrittenTrainerPage[] {
  const languages = [...new Set(read.locales.map((locale) => trainerLanguage[locale]))];
  const pages: WrittenTrainerPage[] = [];
  const missing: Problem[] = [];
  let isBegun = false;
  for (const [index, name] of read.value.lessons.entries()) {
    const folder = `${read.folder}/${name}`;
    noteUnread(filesIn(sources, folder, '.yaml'), languages, problems);
    for (const language of languages) {
      const file = `${folder}/trainer.${language}.yaml`;
      const text = sources.get(file);
      if (text === undefined) {
        const place = { file: read.file, line: read.lineOf(['lessons', index]) };
        missing.push(problemAt(place, 'trainer-missing', `The lesson "${name}" has no trainer.${language}.yaml.`));
        continue;
      }
      isBegun = true;
      const { value, lineOf, problems: mistakes } = readYaml(trainerPageSchema, { file, text });
      problems.push(...mistakes);
      if (value) pages.push({ file, folder, language, page: value, lineOf });
    }
  }
  if (isBegun) problems.push(...missing);
  return pages;
}

function noteUnread(files: readonly string[], languages: readonly TrainerLanguage[], problems: Problem[]): void {
  for (const file of files) {
    const [, language] = /\/trainer\.([^/]+)\.yaml$/u.exec(file) ?? [];
    if (language === undefined || languages.some((one) => one === language)) continue;
    const message = `Trainers of this course read no page in "${language}".`;
    problems.push(
      problemAt({ file, line: 1 }, 'file-unused', message, 'At the easy level trainers read the German one.')
    );
  }
}
