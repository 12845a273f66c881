import * as v from 'valibot';
import { checkContent, type CheckOptions } from '$lib/content/check';
import type { Sources } from '$lib/content/sources';

const stepIds = ['welcome', 'look', 'first', 'second', 'own', 'done'] as const;

const courseYaml = `id: plants
audience: seniors
languages: [de]
picture: sunflower
title: { de: Pflanzen }
summary: { de: Sie pflegen Pflanzen. }
lessons: [01-water]
`;

const lessonYaml = `id: water
code: X-1.1
minutes: 10
audience: seniors
competences: { framework: digcomp-2.2, codes: ['5.1'] }
requires: []
steps:
  - id: welcome
    kind: read
    words: [pot]
  - id: look
    kind: look
    picture: { screen: home, items: [sunflower, tulip], ring: tulip }
  - id: first
    kind: question
  - id: second
    kind: do
    practice: touch
    scene: pot
  - id: own
    kind: try
  - id: done
    kind: read
facts: []
`;

const texts: Record<(typeof stepIds)[number], string> = {
  welcome: 'Eine Pflanze braucht Wasser.',
  look: ':::picture{alt="Zwei Pflanzen."}\n- sunflower: Sonne\n- tulip: Tulpe\n:::',
  first: `:::question
Wann gießen Sie?

- [x] Die Erde ist trocken. | Genau.
- [ ] Die Erde ist nass. | Gut gemeint.
- [ ] Ich weiß es nicht. | Das macht nichts.
:::`,
  second: 'Hier üben Sie.',
  own: '1. Fühlen Sie die Erde.\n2. Gießen Sie.',
  done: 'Sie gießen gut.'
};

/** A language's file of the lesson; a step's text can be another, and undefined leaves the step out. */
export function aLessonText(changed: Partial<Record<(typeof stepIds)[number], string | undefined>> = {}): string {
  const all = { ...texts, ...changed };
  const steps = stepIds.flatMap((id) => (all[id] === undefined ? [] : [`## Schritt {#${id}}\n\n${all[id]}\n`]));
  return `---\ntitle: Gießen\ngoal: Sie gießen gut.\n---\n\n${steps.join('\n')}`;
}

/** A page for trainers without a mistake; fields can be others, or undefined to be left out. */
export function aTrainerPage(changed: Record<string, unknown> = {}): string {
  const page = {
    aim: 'Alle gießen zur richtigen Zeit.',
    material: ['ein Topf'],
    start: 'Lass alle die Erde fühlen.',
    questions: ['Wie oft?', 'Wie viel?', 'Womit?'].map((ask) => ({ ask, answer: 'Fühlen Sie die Erde.' })),
    stumbling: ['Jemand gießt zu viel. Zeig die Erde.', 'Jemand gießt nie. Zeig das Blatt.'],
    quick: 'Such eine zweite Pflanze aus.',
    slow: 'Bleib bei einem Topf.',
    talk: 'Welche Pflanze haben Sie am längsten?',
    close: 'Alle nennen eine Pflanze.',
    ...changed
  };
  // JSON is YAML, one field a line.
  const lines = Object.entries(page).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`);
  return lines.filter((line) => !line.endsWith(': undefined\n')).join('');
}

/** The folder of the one lesson of `aContent`. */
export const lessonFolder = 'courses/plants/01-water';

/** A content folder without a mistake: one course, one lesson, in German. Files can be others, or undefined to be left out. */
export function aContent(changed: Record<string, string | undefined> = {}): Sources {
  const files: Record<string, string | undefined> = {
    'courses/plants/course.yaml': courseYaml,
    [`${lessonFolder}/lesson.yaml`]: lessonYaml,
    [`${lessonFolder}/de.md`]: aLessonText(),
    'glossary/pot.yaml': 'id: pot\nword: { de: Topf }\nplain: { de: Darin wächst eine Pflanze. }\n',
    'scenes/touch/pot/scene.yaml': 'size: 2\n',
    'scenes/touch/pot/de.yaml': 'ask: Tippen Sie auf den Topf.\n',
    ...changed
  };
  return new Map(Object.entries(files).flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])));
}

type Replacement = [part: string, by: string];

function replaced(text: string, replacements: readonly Replacement[]): string {
  return replacements.reduce((result, [part, by]) => {
    if (!result.includes(part)) throw new Error(`There is no "${part}" to replace.`);
    return result.replace(part, by);
  }, text);
}

/** The course's `course.yaml` with parts replaced. */
export const aCourseYaml = (...replacements: Replacement[]): string => replaced(courseYaml, replacements);

/** The lesson's `lesson.yaml` with parts replaced. */
export const aLessonYaml = (...replacements: Replacement[]): string => replaced(lessonYaml, replacements);

/** The files by which `aContent` is there in English, too; the lesson's text and its stamp can be others. */
export const inEnglish = (text: string = aLessonText()): Record<string, string> => ({
  'courses/plants/course.yaml': aCourseYaml(
    ['[de]', '[de, en]'],
    ['Pflanzen }', 'Pflanzen, en: Plants }'],
    ['Pflanzen. }', 'Pflanzen., en: Go. }']
  ),
  'glossary/pot.yaml': 'id: pot\nword: { de: Topf, en: pot }\nplain: { de: Darin wächst es., en: It grows. }\n',
  'scenes/touch/pot/en.yaml': 'ask: Tap the pot.\n',
  [`${lessonFolder}/en.md`]: text
});

const guideFiles: Record<string, string> = {
  'guides/photo/guide.yaml': `id: photo
lessons: [water]
ways:
  ipados: { standing: tried, checked: 2026-11-21, version: iPadOS 26 }
  android:
    { standing: maker, checked: 2026-11-20, version: Android 16, source: Handbuch, url: https://handbuch.example/ }
  # Nobody had one.
  windows: { standing: untried }
`,
  'guides/photo/de.md': `# Ein Foto machen

Halten Sie es fest.

## ipados

1. Tippen Sie auf **Kamera & Fotografie**.
2. Tippen Sie auf den Kreis.

## android

1. Öffnen Sie die Kamera.

## windows

1. Öffnen Sie die Kamera.
`
};

/** The files of a guide for the lesson of `aContent`; a file can be changed, or left out by undefined. */
export function aGuide(changed: Record<string, (text: string) => string | undefined> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(guideFiles).flatMap(([file, text]) => {
      const written = changed[file] ? changed[file](text) : text;
      return written === undefined ? [] : [[file, written]];
    })
  );
}

/** A practice of the tests' own, and the pictures that `aContent` names. */
export const checkOptions: CheckOptions = {
  practices: {
    touch: {
      paramsSchema: v.strictObject({ size: v.number(), texts: v.strictObject({ ask: v.string() }) }),
      controls: (params) => {
        if (JSON.stringify(params).includes('"size":9')) throw new Error('The pot does not fit.');
        return [{ id: 'pot' }];
      }
    }
  },
  pictures: new Set(['sunflower', 'tulip']),
  today: '2026-11-24'
};

/** What the checker finds in `aContent` with changed files. */
export const problemsIn = (changed: Record<string, string | undefined>): [file: string, line: number, code: string][] =>
  checkContent(aContent(changed), checkOptions).problems.map(({ file, line, code }) => [file, line, code]);
