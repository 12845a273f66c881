import { describe, expect, it } from 'vitest';
import {
  aContent,
  aGuide,
  aLessonText,
  aLessonYaml,
  checkOptions,
  inEnglish,
  lessonFolder
} from '../../../../tests/support/content';
import { checkContent } from '../check';
import { sourceStamp, withStamp } from '../source-stamp';
import { reportPage } from './page';

const { today } = checkOptions;

function reportOf(changed: Record<string, string | undefined>): string {
  const sources = aContent(changed);
  return reportPage(checkContent(sources, checkOptions), { sources, today });
}

/** A page's text, as a reader has it. */
const textOf = (page: string): string =>
  page
    .replace(/<style>.*?<\/style>/su, '')
    .replace(/<[^>]*>/gu, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/gu, ' ');

const fact = (review: string): string =>
  `  - claim: Wasser am ${review}\n    source: B\n    url: https://b.example/?a=1&b=2\n    checked: 2026-01-01\n    review: ${review}`;

const full = {
  ...inEnglish(withStamp({ file: 'en.md', text: aLessonText() }, sourceStamp('another text'))),
  [`${lessonFolder}/de.md`]: aLessonText({ done: 'Das <b>ist</b> z. B. gut & einfach.' }),
  [`${lessonFolder}/lesson.yaml`]: aLessonYaml([
    'facts: []',
    `facts:\n${fact('2026-11-23')}\n${fact('2027-02-22')}\n${fact('2027-02-23')}`
  ]),
  'scenes/touch/pot/de.yaml': 'ask: Das ist z. B. gut.\n',
  'scenes/touch/can/scene.yaml': 'size: 2\n'
};

describe('the report for authors', () => {
  const page = reportOf(full);
  const text = textOf(page);

  it('holds every finding once, with its place and its remedy', () => {
    const { problems } = checkContent(aContent(full), checkOptions);
    expect(problems.length).toBeGreaterThan(5);
    for (const { file, line, code, message, remedy } of problems) {
      const found = text
        .split(`${file}:${line} ${code} `)
        .filter((rest) => rest.replaceAll('" ', '"').startsWith(message.replaceAll('" ', '"')));
      expect(found, `${file}:${line} ${code} ${message}`).toHaveLength(1);
      expect(text).toContain(remedy);
    }
  });

  it('puts the findings of a scene at the lesson that uses it, and those of nobody at the end', () => {
    const [before = '', after = ''] = page.split('id="lesson-water"');
    expect(before).not.toContain('scenes/touch/pot/de.yaml:1');
    expect(after.split('</section>')[0]).toContain('scenes/touch/pot/de.yaml:1');
    expect(after.split('id="other"')[1]).toContain('scenes/touch/can/scene.yaml:1');
  });

  it('puts what is untried in a guide at its lesson', () => {
    const [, after = ''] = reportOf(aGuide()).split('id="lesson-water"');
    expect(after.split('</section>')[0]).toContain('guides/photo/guide.yaml:8');
  });

  it('shows each figure beside its target, and says in a word which one is missed', () => {
    const { stats } = checkContent(aContent(full), checkOptions);
    expect(text).toContain(`${stats[0]?.meanSentence.toFixed(1)} at most 9`);
    expect(text).not.toContain('missed');
    const hard = aLessonText({ done: 'Datenverarbeitungsanlagen funktionieren elektronisch. '.repeat(4) });
    expect(textOf(reportOf({ [`${lessonFolder}/de.md`]: hard }))).toMatch(/\d missed at least 70/u);
  });

  it('names the facts that are overdue or due within 90 days, and no other', () => {
    expect(text).toContain('2026-11-23 overdue Wasser am 2026-11-23');
    expect(text).toContain('2027-02-22 soon Wasser am 2027-02-22');
    expect(text).not.toContain('Wasser am 2027-02-23 B');
    expect(textOf(reportOf({}))).toContain('None is due within 90 days.');
  });

  it('names the translations that fell behind, those without a stamp, and every competence', () => {
    expect(text).toContain(`Made from an earlier German text ${lessonFolder}/en.md`);
    expect(textOf(reportOf(inEnglish()))).toContain(`Without a stamp ${lessonFolder}/en.md`);
    expect(page.match(/<span class="kind warning">no lesson<\/span>/gu)).toHaveLength(40);
  });

  it('shows each path with its lessons', () => {
    const path = 'id: tulips\nplace: 1\naudience: seniors\npicture: tulip\ntitle: { de: Ich will Tulpen }\n';
    const report = textOf(reportOf({ 'paths/tulips.yaml': `${path}lessons: [water, soil]\n` }));
    expect(report).toContain('Ich will Tulpen X-1.1 Gießen soil');
  });

  it('is one page that needs no script and nothing beside it', () => {
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(|\bon[a-z]+="/u);
    expect(page).toContain('&lt;b&gt;ist&lt;/b&gt;');
    expect(page).toContain('href="https://b.example/?a=1&amp;b=2"');
  });

  it('can be read by hearing: a title, a way past, tables with captions, headings in order, links that arrive', () => {
    expect(page).toMatch(/^<!doctype html>\s+<html lang="en">/u);
    expect(page.match(/<table/gu)?.length).toBe(page.match(/<caption>/gu)?.length);
    expect(page).not.toMatch(/<th(?! scope=)(?!ead)/u);
    const levels = [...page.matchAll(/<h([1-6])/gu)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
    const ids = [...page.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/href="#([^"]+)"/gu)) expect(ids).toContain(target);
  });

  it('is written for whatever an author types', () => {
    expect(reportOf({ [`${lessonFolder}/lesson.yaml`]: 'id: [' })).toContain('yaml-syntax');
    expect(reportOf({ 'courses/plants/course.yaml': undefined })).toContain('file-missing');
  });
});
