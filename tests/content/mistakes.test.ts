import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const check = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/check-content.js', ...args], { encoding: 'utf8' });
const folder = 'tests/content-mistakes';
const lessons = `${folder}/courses/plants`;

/** What was planted, as a person would look for it. */
const planted: [what: string, place: string, code: string][] = [
  ['a picture without an alternative text', `${lessons}/01-water/de.md:10`, 'alt-missing'],
  ['an answer without feedback', `${lessons}/01-water/de.md:33`, 'question-feedback'],
  ['an abbreviation', `${lessons}/01-water/de.md:43`, 'abbreviation'],
  ['a sentence of 23 words', `${lessons}/01-water/en.md:15`, 'sentence-long'],
  ['a step that the English text lacks', `${lessons}/01-water/en.md:37`, 'step-missing'],
  ['a required lesson that is nowhere', `${lessons}/01-water/lesson.yaml:6`, 'reference-unknown'],
  ['an unknown practice', `${lessons}/01-water/lesson.yaml:17`, 'practice-unknown'],
  ['a ring around nothing', `${lessons}/02-light/lesson.yaml:12`, 'reference-unknown'],
  ['a language that a lesson lacks', `${lessons}/course.yaml:5`, 'language-missing'],
  ['a colon without quotes', `${folder}/glossary/pot.yaml:4`, 'yaml-syntax']
];

describe('npm run check:content', () => {
  it('finds the ten planted mistakes, each with file and line, and nothing else', () => {
    const { stdout, status } = check(folder);
    for (const [what, place, code] of planted) expect(stdout, what).toContain(`${place}  ${code}  `);
    expect(stdout).toContain('3 texts checked: 10 errors, 0 warnings.');
    expect(status).toBe(1);
  });

  it('gives the same to programs', () => {
    const { errors, warnings } = JSON.parse(check(folder, '--json').stdout);
    const places = errors.map(({ file, line, code }: { file: string; line: number; code: string }) => [
      `${file}:${line}`,
      code
    ]);
    expect(places).toEqual(planted.map(([, place, code]) => [place, code]));
    expect(warnings).toEqual([]);
  });

  // That our own lessons have no error is a part of `npm test` by itself ("content").
  it('shows how easy the lessons are, and which competences they train', () => {
    const { stdout } = check(folder, '--stats');
    expect(stdout).toMatch(/^water +de +\d+ +\d+ +\d+\.\d /mu);
    expect(stdout).toMatch(/^DigComp 2\.2: \d of 21 competences taught, \d of 21 practised$/mu);
  });

  it('writes a report, and stamps the translations that it is told to', () => {
    const place = mkdtempSync(join(tmpdir(), 'lessons-'));
    cpSync(folder, place, { recursive: true });
    const translation = join(place, 'courses/plants/01-water/en.md');
    const report = join(place, 'report.html');
    expect(check(place, '--report', report, '--stamp', 'water', '--stamp', 'all-missing').stdout).toContain(
      `Stamped ${translation} (`
    );
    expect(readFileSync(translation, 'utf8')).toMatch(/^from: '[0-9a-f]{8}'$/mu);
    expect(readFileSync(report, 'utf8')).toContain('1 of 1 translations');
    expect(check(place, '--stamp', 'nowhere')).toMatchObject({ status: 1, stdout: '' });
    rmSync(place, { recursive: true });
  });

  it('says so where there is no such folder, and where it holds no course', () => {
    expect(check('nowhere')).toMatchObject({ status: 1, stderr: 'There is no folder "nowhere".\n' });
    expect(check('docs').stdout).toContain('file-missing  There is no course.');
  });
});
