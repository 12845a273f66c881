/** An error stops a release; a warning is for the author to weigh; a hint stands in the report for authors alone. */
type Severity = 'error' | 'warning' | 'hint';

/** Every mistake the checker knows: how bad it is, and what to do about it. The reference is docs/write-a-lesson.md. */
export const problemTable = {
  'yaml-syntax': [
    'error',
    'Mend the YAML: two spaces a level, a space after each colon, quotes around text with a colon.'
  ],
  'yaml-shape': ['error', 'Compare the entry with docs/write-a-lesson.md.'],
  'file-missing': ['error', 'Write the file, or take its name out.'],
  'file-unused': ['warning', 'Name it, or delete it.'],
  'language-missing': ['error', 'Write the file, or take the language out of "languages".'],
  'front-matter': ['error', 'Begin the file with a block between two lines of "---" that holds "title:" and "goal:".'],
  'markup-unknown': ['error', 'Use paragraphs, lists, **strong** and the blocks of docs/write-a-lesson.md.'],
  'block-open': ['error', 'Close the block with a line that holds ":::" and nothing else.'],
  'heading-id': ['error', 'End the heading with its step id, as in "## Heute: der Finger {#welcome}".'],
  'heading-long': ['warning', 'Say it in at most 6 words.'],
  'duplicate-id': ['error', 'Give each one an id of its own; an id that was published stays.'],
  'step-missing': ['error', 'Write the step under a heading with this id, or take it out of lesson.yaml.'],
  'step-unknown': ['error', 'Add the step to lesson.yaml, or correct the id.'],
  'step-order': ['error', 'Put the steps in the order of lesson.yaml.'],
  'step-count': ['error', 'A lesson has 6 to 9 steps: split it, or join steps.'],
  'step-long': [
    'warning',
    'Keep at most 3 sentences before the task (5 in de-simple); move the rest to a step of its own.'
  ],
  'step-too-long': [
    'error',
    'Keep at most 3 sentences before the task (5 in de-simple); move the rest to a step of its own.'
  ],
  'task-missing': ['error', 'Give the lesson at least one practice or two questions.'],
  'alt-missing': ['error', 'Write :::picture{alt="…"} in this step: what the picture shows, in one or two sentences.'],
  'picture-missing': ['error', 'Describe the picture in lesson.yaml, or choose another kind of step.'],
  'picture-shape': ['error', 'See "Pictures" in docs/write-a-lesson.md for what this screen may hold.'],
  'picture-unknown': ['error', 'Use a name of src/lib/ui/pictures.ts, or add it there.'],
  'label-missing': ['error', 'Add a line "- id: text" to the :::picture of this step.'],
  'label-unknown': ['error', 'Correct the id, or add the item to the picture in lesson.yaml.'],
  'label-quoted': ['error', 'Leave the quotation marks out: what stands after the colon is shown as it is.'],
  'word-twice': ['warning', 'Let one word explain it: take the spelling out of the other one.'],
  'reference-unknown': ['error', 'Correct the name, or write what it points to.'],
  'requires-circle': ['error', 'Take one of them out of "requires:".'],
  'path-order': ['error', 'Put it before, or take this lesson out of the path.'],
  'practice-unknown': ['error', 'Use a kind of practice that exists (src/lib/practice/kinds.ts).'],
  'practice-missing': ['error', 'Name "practice:" and "scene:" for this step, or choose another kind of step.'],
  'scene-unknown': ['error', 'Take it out, or correct its name.'],
  'scene-unsolvable': [
    'error',
    'Compare this goal with what scene.yaml puts on the screen: change the goal, or the screen, until it can be reached.'
  ],
  'level-missing': ['error', 'Write "level: 1" into it (to begin with), "level: 2" or "level: 3" (hard).'],
  'level-empty': ['error', 'Write a scene of this level, or weigh the levels of the others anew.'],
  'level-flat': ['error', 'Weigh the levels anew, or let the hard scenes ask for more.'],
  'scene-shape': ['error', "Compare the scene with the practice's paramsSchema (src/lib/practice/<kind>/rules.ts)."],
  'question-missing': [
    'error',
    'Write the block of its kind in this step (:::question, :::order, :::match, :::talk), or choose another kind.'
  ],
  'question-unexpected': [
    'error',
    'Only steps of kind question or decide hold a :::question, those of kind order, match and talk a block of their name.'
  ],
  'question-shape': [
    'error',
    'A question is a sentence and a list of lines "- [x] answer | feedback"; "[ ]" is not right, "[?]" neither.'
  ],
  'question-feedback': ['error', 'Write the feedback after "|": 1 or 2 kind sentences, for each answer.'],
  'feedback-twice': ['error', 'Say to each answer what fits it alone.'],
  'question-no-right': ['error', 'Mark the right answer with [x], or make the step a "decide".'],
  'question-differs': [
    'error',
    'Give every language the same answers in the same order: people switch, and answers are kept by number.'
  ],
  'question-choices': ['error', 'Offer 3 to 5 answers; "I don\'t know" is always a good one.'],
  'branch-shape': [
    'error',
    'Indent below the answer, after an empty line, what happens then and what is asked, and a list of lines "- [x] answer | feedback".'
  ],
  'branch-choices': ['error', 'Offer 2 to 4 answers in a moment to which an answer leads.'],
  'branch-long': ['error', 'Say in at most 4 sentences what happens then and what is asked.'],
  'branch-deep': ['error', 'A story leads on once: take out what is indented here, or make a step of its own of it.'],
  'branch-unexpected': ['error', 'Only in a step of kind "decide" an answer leads on: take out what is indented.'],
  'order-shape': [
    'error',
    'Write a sentence, a numbered list of lines "1. thing | why it comes there", and below it what is said when all is right.'
  ],
  'match-shape': [
    'error',
    'Write a sentence, a list of lines "- one = other | why they belong together", and below it what is said when all is right.'
  ],
  'order-count': ['error', 'Give it 3 to 5 things: more cannot be seen at once.'],
  'talk-alone': ['error', 'Write an :::alone block: what somebody does who learns alone.'],
  'try-list': ['error', 'Give the step a numbered list: one thing to do a line.'],
  'sentence-long': ['error', 'Split the sentence: one statement each.'],
  'sentence-longish': ['warning', 'Better split the sentence: one statement each.'],
  comma: ['error', 'Make two sentences of it, or a list.'],
  commas: ['warning', 'Keep to one comma a sentence.'],
  abbreviation: ['error', 'Write the words in full.'],
  'word-long': ['error', 'Use a shorter word, or part it with a hyphen: Warn-Zeichen.'],
  'word-longish': ['warning', 'Use a shorter word, or part it with a hyphen.'],
  'word-avoid': ['warning', 'Leave the word out: nothing is "simple" for somebody who is stuck.'],
  'style-hard': ['warning', 'Say it as you would to a neighbour: who does what.'],
  'style-soft': ['hint', 'Perhaps say it with a verb, in two sentences, or with somebody who does it.'],
  address: ['warning', 'Older people, parents and the office are addressed as "Sie".'],
  'special-sign': ['error', 'Say it in words.'],
  'special-signs': ['warning', 'Better say it in words.'],
  'word-foreign': ['hint', 'Explain it in the glossary, or say it in German.'],
  'word-other': ['hint', 'Call one thing by one name.'],
  negations: ['warning', 'Say what to do instead of what not to do.'],
  'guide-shape': [
    'error',
    'Write "# title", a line of introduction, then for each system "## ipados" and the like with numbered steps.'
  ],
  'guide-long': ['warning', 'Say one thing a step, in at most 9 steps.'],
  'guide-untried': ['hint', 'Try the steps on a device, then write "standing: tried", "checked:" and "version:".'],
  'guide-stale': ['warning', 'Try the steps again, or read the source again, and set the new day and version.'],
  'trainer-missing': ['error', 'Write it: once a course has a page for trainers, each of its lessons has one.'],
  'trainer-long': ['error', 'Shorten it: it has to fit on one sheet of paper.'],
  readability: ['error', 'Shorter sentences, shorter words, everyday words.'],
  'translation-old': ['warning', 'Look through it, then stamp it (--stamp, see "Translations").'],
  'translation-unstamped': ['hint', 'Look through it, then stamp it (--stamp, see "Translations").'],
  'help-questions': ['error', 'Give "ask" one list of exactly 3 questions to ask the child.'],
  'help-way': ['error', 'Give the address a telephone (with its hours) or a page, best both.'],
  'help-theme': ['error', 'Add an address with "states: all" for it.'],
  'fact-undated': ['error', 'Give the fact "checked:" and "review:" as dates (2026-11-20).'],
  'fact-stale': ['warning', 'Check the fact again and set new dates.']
} as const satisfies Record<string, readonly [Severity, string]>;

export type ProblemCode = keyof typeof problemTable;

/** One mistake in a file of `content/`. Lines count from 1. `message` says what is wrong, `remedy` what to do. */
export interface Problem {
  file: string;
  line: number;
  code: ProblemCode;
  severity: Severity;
  message: string;
  remedy: string;
}

/** Where a mistake is: a path below the content folder, and a line in it. */
export interface Place {
  file: string;
  line: number;
}

/** Makes a problem of a code of the table; `remedy` replaces the table's where more can be said. */
export function problemAt(place: Place, code: ProblemCode, message: string, remedy?: string): Problem {
  const [severity, usualRemedy] = problemTable[code];
  return { file: place.file, line: place.line, code, severity, message, remedy: remedy ?? usualRemedy };
}

/** Orders problems by file, line and code, and drops repetitions of the same one. */
export function sortedProblems(problems: readonly Problem[]): Problem[] {
  const once = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...once.values()].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || (a.code < b.code ? -1 : 1)
  );
}

/** One line for a terminal: `file:line  code  what is wrong. What to do.` */
export const problemLine = (problem: Problem): string =>
  `${problem.file}:${problem.line}  ${problem.code}  ${problem.message} ${problem.remedy}`;
