import { sourceLocale } from '../../i18n/locales';
import type { LessonStats } from '../check';
import type { CompiledCourse } from '../compile';
import type { Problem } from '../problem';
import { stepKinds } from '../lesson';
import type { Sources } from '../sources';
import { countWords, findingsList } from './findings';
import { html, nothing, table, type Html } from './html';
import { readabilityTable } from './readability';

type CompiledLesson = CompiledCourse['lessons'][number];

/** What the section of one lesson is made of. */
export interface LessonReport {
  lesson: CompiledLesson;
  problems: readonly Problem[];
  stats: readonly LessonStats[];
}

/** "3 read · 1 look · 2 question", in the order of the kinds; those that the lesson has. */
function kindsIn(steps: CompiledLesson['facts']['steps']): string {
  const counted = stepKinds.map((kind) => [steps.filter((step) => step.kind === kind).length, kind] as const);
  return counted.flatMap(([count, kind]) => (count > 0 ? `${count} ${kind}` : [])).join(' · ');
}

const anchorOf = (id: string): string => `lesson-${id}`;

const titleOf = ({ byLocale }: CompiledLesson): string =>
  (byLocale.get(sourceLocale) ?? [...byLocale.values()][0])?.title ?? '';

/** A course: its lessons in one table, then each lesson by itself. */
export function courseSection(
  { facts }: CompiledCourse,
  lessons: readonly LessonReport[],
  { own, sources, titles }: { own: readonly Problem[]; sources: Sources; titles: ReadonlyMap<string, string> }
): Html {
  const rows = lessons.map(
    ({ lesson, problems }) =>
      html`<tr>
        <th scope="row">${lesson.facts.code}</th>
        <td lang="de"><a href="#${anchorOf(lesson.facts.id)}">${titleOf(lesson)}</a></td>
        <td>${countWords(problems)}</td>
      </tr> `
  );
  return html`<section aria-labelledby="course-${facts.id}">
    <h2 id="course-${facts.id}" lang="de">${courseTitle(facts)}</h2>
    ${findingsList(own, sources)} ${table('Its lessons', ['Code', 'Lesson', 'Findings'], rows)}
    ${lessons.map((report) => lessonSection(report, { sources, titles }))}
  </section> `;
}

/** A course's German title, or its id. */
export const courseTitle = ({ id, title }: CompiledCourse['facts']): string => title[sourceLocale] ?? id;

function lessonSection(
  { lesson, problems, stats }: LessonReport,
  { sources, titles }: { sources: Sources; titles: ReadonlyMap<string, string> }
): Html {
  const { id, code, minutes, steps, requires, facts, competences } = lesson.facts;
  const links = requires.map(
    (required) => html`<li><a href="#${anchorOf(required)}" lang="de">${titles.get(required) ?? required}</a></li>`
  );
  return html`<section class="lesson" id="${anchorOf(id)}" aria-labelledby="title-${id}">
    <h3 id="title-${id}">${code} <span lang="de">${titleOf(lesson)}</span></h3>
    <p>
      <code>${id}</code> · ${minutes} minutes · ${steps.length} steps · ${facts.length} facts · DigComp
      ${competences.codes.join(', ') || '–'} · ${countWords(problems)}
    </p>
    <p>Steps: ${kindsIn(steps)}</p>
    ${
      links.length === 0
        ? nothing
        : html`<p>Comes after:</p>
            <ul>
              ${links}
            </ul>`
    }
    ${findingsList(problems, sources)}${readabilityTable(stats)}
  </section> `;
}
