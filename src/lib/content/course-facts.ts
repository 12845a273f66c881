import { isLocale, type Locale } from '../i18n/locales';
import { problemAt, type Problem } from './problem';
import { courseSchema, type CourseFacts } from './schemas';
import { baseName, foldersIn, type Sources } from './sources';
import { readYaml } from './yaml-file';

/** A `course.yaml` with the line of each of its entries. */
export interface ReadCourse {
  file: string;
  folder: string;
  value: CourseFacts;
  /** The languages that it names and the app has, also those in which only some lessons are written. */
  locales: Locale[];
  lineOf: (path: readonly (string | number)[]) => number;
}

interface CourseQuestion {
  sources: Sources;
  /** `courses/<course>`. */
  folder: string;
  pictures: ReadonlySet<string> | undefined;
  /** Takes the mistakes. */
  problems: Problem[];
}

/** Reads a course's `course.yaml` and checks all in it that needs no lesson's content; undefined where it is not whole. */
export function readCourseFacts({ sources, folder, pictures, problems }: CourseQuestion): ReadCourse | undefined {
  const file = `${folder}/course.yaml`;
  const text = sources.get(file);
  if (text === undefined) {
    problems.push(problemAt({ file, line: 1 }, 'file-missing', 'The course has no course.yaml.'));
    return undefined;
  }
  const { value, lineOf, problems: mistakes } = readYaml(courseSchema, { file, text });
  problems.push(...mistakes);
  if (!value) return undefined;
  const say = (path: (string | number)[], code: Problem['code'], message: string, remedy?: string): void =>
    void problems.push(problemAt({ file, line: lineOf(path) }, code, message, remedy));
  if (value.id !== baseName(folder)) {
    say(['id'], 'reference-unknown', `The id is not the folder's name "${baseName(folder)}".`, 'Make both the same.');
  }
  if (pictures && !pictures.has(value.picture))
    say(['picture'], 'picture-unknown', `There is no picture "${value.picture}".`);
  for (const name of foldersIn(sources, folder).filter((each) => !value.lessons.includes(each))) {
    say(['lessons'], 'file-unused', `The folder "${name}" is not among the lessons.`);
  }
  for (const [index, name] of value.lessons.entries()) {
    if (value.lessons.indexOf(name) !== index)
      say(['lessons', index], 'duplicate-id', `The lesson "${name}" is there twice.`);
    if (sources.has(`${folder}/${name}/lesson.yaml`)) continue;
    say(['lessons', index], 'reference-unknown', `There is no lesson "${name}" (${name}/lesson.yaml).`);
  }
  return { file, folder, value, lineOf, locales: knownLocales(value, say) };
}

type Say = (path: (string | number)[], code: Problem['code'], message: string, remedy?: string) => void;

function knownLocales({ languages, partly, title, summary }: CourseFacts, say: Say): Locale[] {
  const named = [
    ...languages.map((language, index) => ({ language, path: ['languages', index] })),
    ...partly.map((language, index) => ({ language, path: ['partly', index] }))
  ];
  return named.flatMap(({ language, path }, index) => {
    if (!isLocale(language)) {
      const remedy = 'The languages stand in src/lib/i18n/locales.ts.';
      say(path, 'reference-unknown', `"${language}" is not a language of the app.`, remedy);
      return [];
    }
    if (named.findIndex((one) => one.language === language) !== index) {
      say(path, 'duplicate-id', `The language "${language}" is named twice.`, 'Name it in one of the two lists.');
      return [];
    }
    if (!title[language]) say(['title'], 'language-missing', `The title is missing in "${language}".`, 'Write it.');
    if (!summary[language])
      say(['summary'], 'language-missing', `The summary is missing in "${language}".`, 'Write it.');
    return [language];
  });
}
