import { sourceLocale } from '../../i18n/locales';
import type { Checked } from '../check';
import type { CompiledCourse } from '../compile';
import { sumsOf } from '../coverage';
import type { Problem } from '../problem';
import { foldersIn, type Sources } from '../sources';
import { findingsList } from './findings';
import { html, type Html } from './html';
import { courseSection, courseTitle, type LessonReport } from './lesson-section';
import { coverageSection, factsDue, factsSection, pathsSection, translationsSection } from './sections';
import { reportStyle } from './style';

interface ReportOptions {
  sources: Sources;
  /** As YYYY-MM-DD. */
  today: string;
}

/**
 * The report for authors: one HTML file that needs nothing beside it, reads without a script and prints. Every finding
 * stands in it once, at its lesson where it has one.
 */
export function reportPage(checked: Checked, { sources, today }: ReportOptions): string {
  const { compiled, problems, coverage, translations } = checked;
  const { courses, facts } = compiled;
  const place = placesOf(checked, sources);
  const at = (wanted: string): Problem[] => problems.filter(({ file }) => place(file) === wanted);
  const titles = new Map(
    courses.flatMap(({ lessons }) =>
      lessons.map(
        ({ facts: { id, code }, byLocale }) => [id, `${code} ${byLocale.get(sourceLocale)?.title ?? ''}`] as const
      )
    )
  );
  const lessonsOf = ({ lessons }: CompiledCourse): LessonReport[] =>
    lessons.map((lesson) => ({
      lesson,
      problems: at(lesson.facts.id),
      stats: checked.stats.filter((row) => row.lesson === lesson.facts.id)
    }));
  const due = factsDue(facts, today);
  const other = at('');
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>How the lessons stand on ${today}</title>
        <style>
          ${{ markup: reportStyle }}
        </style>
      </head>
      <body>
        <a class="skip" href="#main">To the content</a>
        <main id="main">
          <h1>How the lessons stand on ${today}</h1>
          ${sums(checked, due.length)}
          <nav aria-label="On this page">
            <ul>
              ${[
                ...courses.map(
                  ({ facts: course }) =>
                    html`<li><a href="#course-${course.id}" lang="de">${courseTitle(course)}</a></li> `
                ),
                ...sectionNames.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li> `)
              ]}
            </ul>
          </nav>
          ${courses.map((course) =>
            courseSection(course, lessonsOf(course), { own: at(course.facts.id), sources, titles })
          )}
          ${section('paths', pathsSection(compiled.paths, titles))} ${section('facts', factsSection(due, facts))}
          ${section('translations', translationsSection(translations))} ${section('digcomp', coverageSection(coverage))}
          ${section('other', other.length === 0 ? html`<p>Nothing.</p>` : findingsList(other, sources))}
        </main>
      </body>
    </html> `;
  return page.markup;
}

const sectionNames = [
  ['paths', 'Paths'],
  ['facts', 'Facts to look at again'],
  ['translations', 'Translations'],
  ['digcomp', 'DigComp 2.2'],
  ['other', 'Findings of no lesson']
] as const;

function section(id: (typeof sectionNames)[number][0], content: Html): Html {
  const name = sectionNames.find(([one]) => one === id)?.[1] ?? id;
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${name}</h2>
    ${content}
  </section> `;
}

function sums({ problems, stats, coverage, translations, compiled }: Checked, due: number): Html {
  const count = (severity: Problem['severity']): number =>
    problems.filter((problem) => problem.severity === severity).length;
  const { taught, practised, of } = sumsOf(coverage);
  const rows: readonly [number | string, string][] = [
    [compiled.facts.length, 'Lessons'],
    [stats.length, 'Texts'],
    [count('error'), 'Errors'],
    [count('warning'), 'Warnings'],
    [count('hint'), 'Hints'],
    [translations.filter(({ state }) => state === 'old').length, 'Translations out of date'],
    [due, 'Facts due soon'],
    [`${taught} of ${of}`, 'DigComp competences taught'],
    [`${practised} of ${of}`, 'DigComp competences practised']
  ];
  return html`<ul class="sums">
    ${rows.map(([figure, name]) => html`<li>${name}: <strong>${figure}</strong></li> `)}
  </ul>`;
}

/**
 * Where a file's findings stand: at a lesson's or a course's id, or '' for those of neither. A scene's
 * are at the first lesson that uses it, a guide's at the first that it belongs to.
 */
function placesOf({ compiled }: Checked, sources: Sources): (file: string) => string {
  const places = new Map<string, string>();
  for (const name of foldersIn(sources, 'courses')) {
    if (compiled.courses.some(({ facts }) => facts.id === name)) places.set(`courses/${name}`, name);
  }
  const shown = new Set(compiled.courses.flatMap(({ lessons }) => lessons.map(({ facts }) => facts)));
  for (const { file, value } of compiled.facts) {
    if (!shown.has(value)) continue;
    places.set(file.slice(0, file.lastIndexOf('/')), value.id);
    for (const { practice, scene } of value.steps) {
      const folder = `scenes/${practice}/${scene}`;
      if (practice && !places.has(folder)) places.set(folder, value.id);
    }
  }
  for (const { facts } of compiled.guides) {
    const lesson = facts.lessons.find((id) => [...shown].some((one) => one.id === id));
    if (lesson !== undefined) places.set(`guides/${facts.id}`, lesson);
  }
  return (file) => {
    const parts = file.split('/').slice(0, -1);
    for (let depth = parts.length; depth > 0; depth--) {
      const found = places.get(parts.slice(0, depth).join('/'));
      if (found !== undefined) return found;
    }
    return '';
  };
}
