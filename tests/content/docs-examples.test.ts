import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkContent } from '$lib/content/check';
import { problemLine, problemTable } from '$lib/content/problem';
import { sourceStamp, withStamp } from '$lib/content/source-stamp';
import { kinds } from '$lib/practice/kinds';
import { pictures } from '$lib/ui/pictures';
import { aContent, aCourseYaml, aLessonText, aLessonYaml, checkOptions, lessonFolder } from '../support/content';

const page = readFileSync('docs/write-a-lesson.md', 'utf8');
const examples = [...page.matchAll(/^```(?:yaml|md) (\S+)\n(.*?)^```$/gmsu)].map(([, name = '', text = '']) => ({
  name,
  text
}));
const options = { practices: kinds, pictures: new Set<string>(pictures), today: '2026-11-24' };

describe('docs/write-a-lesson.md', () => {
  it('shows a whole course without a mistake', () => {
    const files = examples
      .filter(({ name }) => name.includes('/') && !/^(?:paths|help)\//u.test(name))
      .map(({ name, text }) => [name, text] as const);
    const names = files.map(([name]) => name);
    expect(names).toContain('courses/plants/01-water/de.md');
    expect(names).toContain('courses/plants/01-water/trainer.de.yaml');
    expect(names).toContain('guides/flower-photo/de.md');
    const { problems } = checkContent(new Map(files), options);
    expect(problems.filter(({ code }) => code !== 'guide-untried').map(problemLine)).toEqual([]);
  });

  it('shows a translation with the stamp of the German text on the page', () => {
    const german = examples.find(({ name }) => name === 'courses/plants/01-water/de.md')?.text ?? '';
    const shown = examples.find(({ name }) => name === 'translation')?.text ?? '';
    expect(withStamp({ file: 'en.md', text: shown }, sourceStamp(german))).toBe(shown);
  });

  it('shows a path without a mistake', () => {
    const path = examples.find(({ name }) => name === 'paths/balcony.yaml')?.text ?? '';
    const content = aContent({
      'courses/plants/course.yaml': aCourseYaml(['[01-water]', '[01-water, 02-light]']),
      'courses/plants/02-light/lesson.yaml': aLessonYaml(
        ['id: water', 'id: light'],
        ['requires: []', 'requires: [water]']
      ),
      'courses/plants/02-light/de.md': aLessonText().replaceAll('| ', '| Licht: '),
      'paths/balcony.yaml': path
    });
    expect(checkContent(content, checkOptions).problems.map(problemLine)).toEqual([]);
  });

  it('shows addresses without a mistake', () => {
    const addresses = examples.find(({ name }) => name === 'help/addresses.yaml')?.text ?? '';
    const { problems } = checkContent(aContent({ 'help/addresses.yaml': addresses }), checkOptions);
    expect(problems.filter(({ file }) => file === 'help/addresses.yaml').map(problemLine)).toEqual([]);
    expect(addresses).not.toBe('');
  });

  const parts = examples.filter(({ name }) => name === 'picture').map(({ text }) => text);
  const pairs = parts.flatMap((text, index) => (index % 2 === 0 ? [[text, parts[index + 1] ?? ''] as const] : []));

  it.each(pairs)('shows a picture without a mistake: %s', (facts, text) => {
    const indented = facts.trimEnd().replaceAll('\n', '\n      ');
    const content = aContent({
      [`${lessonFolder}/lesson.yaml`]: aLessonYaml([
        'picture: { screen: home, items: [sunflower, tulip], ring: tulip }',
        `picture:\n      ${indented}`
      ]),
      [`${lessonFolder}/de.md`]: aLessonText({ look: text })
    });
    expect(checkContent(content, { ...checkOptions, pictures: options.pictures }).problems.map(problemLine)).toEqual(
      []
    );
  });

  it.each(['order', 'match', 'talk'])('shows a step of kind %s without a mistake', (kind) => {
    const [first = '', second] = examples.filter(({ name }) => name === kind).map(({ text }) => text);
    const facts = second === undefined ? '' : `\n    ${first.trim()}`;
    const content = aContent({
      [`${lessonFolder}/lesson.yaml`]: aLessonYaml(['kind: question', `kind: ${kind}${facts}`]),
      [`${lessonFolder}/de.md`]: aLessonText({ first: second ?? first })
    });
    expect(checkContent(content, { ...checkOptions, pictures: options.pictures }).problems.map(problemLine)).toEqual(
      []
    );
  });

  it('names every mistake that the checker knows, and what to do', () => {
    const cell = (text: string): string => text.replaceAll('|', '\\|');
    for (const [code, [severity, remedy]] of Object.entries(problemTable)) {
      expect(page).toContain(`| \`${code}\` | ${severity} | ${cell(remedy)} |`);
    }
  });
});
