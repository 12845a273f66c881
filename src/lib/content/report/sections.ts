import { localeFacts, sourceLocale } from '../../i18n/locales';
import type { Checked } from '../check';
import type { WholeFacts } from '../lesson-facts';
import type { PathFacts } from '../schemas';
import type { Translation } from '../translations';
import { html, nothing, table, type Html } from './html';

/** How many days ahead a fact's review is announced. */
const soonDays = 90;

/** A fact whose review is past or near. */
export interface DueFact {
  code: string;
  claim: string;
  source: string;
  url: string;
  review: string;
  isOverdue: boolean;
}

/**
 * The facts to look at again, the earliest first.
 * @param today as YYYY-MM-DD
 */
export function factsDue(facts: readonly WholeFacts[], today: string): DueFact[] {
  const end = new Date(Date.parse(today) + soonDays * 86_400_000).toISOString().slice(0, 10);
  return facts
    .flatMap(({ value }) =>
      value.facts.flatMap(({ claim, source, url, review }) =>
        review !== undefined && review <= end
          ? [{ code: value.code, claim, source, url, review, isOverdue: review < today }]
          : []
      )
    )
    .sort((a, b) => (a.review < b.review ? -1 : a.review > b.review ? 1 : 0));
}

/** The facts to look at again, with their sources. */
export function factsSection(due: readonly DueFact[], facts: readonly WholeFacts[]): Html {
  const all = facts.flatMap(({ value }) => value.facts);
  const next = all.flatMap(({ review }) => review ?? []).sort()[0];
  const sum = html`<p>
    ${all.length} facts stand in the lessons.
    ${next === undefined ? nothing : html`The next one is to be looked at by ${next}.`}
  </p>`;
  if (due.length === 0)
    return html`${sum}
      <p>None is due within ${soonDays} days.</p>`;
  const rows = due.map(
    ({ code, claim, source, url, review, isOverdue }) =>
      html`<tr>
        <th scope="row">${code}</th>
        <td class="number ${isOverdue ? 'overdue' : 'soon'}">
          ${review} <strong>${isOverdue ? 'overdue' : 'soon'}</strong>
        </td>
        <td lang="de">${claim}</td>
        <td lang="de"><a href="${url}">${source}</a></td>
      </tr> `
  );
  return html`${sum}
    <div class="wide" role="region" tabindex="0" aria-label="Facts due for review">
      ${table(`Due, or due within ${soonDays} days`, ['Lesson', 'By', 'Fact', 'Source'], rows)}
    </div>`;
}

/** The paths, each with its lessons. @param titles of lessons by id */
export function pathsSection(paths: readonly PathFacts[], titles: ReadonlyMap<string, string>): Html {
  if (paths.length === 0) return html`<p>There is none.</p>`;
  return html`${paths.map(
    ({ title, lessons }) =>
      html`<h3 lang="de">${title[sourceLocale] ?? ''}</h3>
        <ol>
          ${lessons.map((id) => html`<li lang="de">${titles.get(id) ?? id}</li> `)}
        </ol> `
  )}`;
}

/** Every competence of DigComp 2.2 with its lessons. */
export function coverageSection(coverage: Checked['coverage']): Html {
  const cell = (lessons: readonly string[]): Html =>
    lessons.length > 0 ? html`${lessons.join(' · ')}` : html`<span class="kind warning">no lesson</span>`;
  const rows = [...coverage].map(
    ([competence, { taught, practised }]) =>
      html`<tr>
        <th scope="row">${competence}</th>
        <td>${cell(taught)}</td>
        <td>${cell(practised)}</td>
      </tr> `
  );
  return table('Competences and the lessons that train them', ['Competence', 'Taught in', 'Practised in'], rows);
}

/** The translations that fell behind, or do not say from what they were made. */
export function translationsSection(translations: readonly Translation[]): Html {
  const old = translations.filter(({ state }) => state === 'old');
  const unstamped = translations.filter(({ state }) => state === 'unstamped');
  const list = (some: readonly Translation[]): Html =>
    html`<ul>
      ${some.map(({ file, locale }) => html`<li><code>${file}</code> (${localeFacts[locale].name})</li> `)}
    </ul>`;
  return html`<p>
      ${translations.length - old.length - unstamped.length} of ${translations.length} translations are made from the
      German text as it stands.
    </p>
    ${
      old.length === 0
        ? nothing
        : html`<h3>Made from an earlier German text</h3>
            ${list(old)}`
    }
    ${
      unstamped.length === 0
        ? nothing
        : html`<h3>Without a stamp</h3>
            ${list(unstamped)}`
    }`;
}
