import type { PartsWords } from './words';

type Words = PartsWords['example'];

/** The named examples of the components that are more than one word: what differs between them stands here as data. */
export const buttonExamples = (words: Words) =>
  [
    { name: 'primary', kind: 'primary', words: words.next, arrow: true },
    { name: 'next', kind: 'next', words: words.later, arrow: true },
    { name: 'secondary', kind: 'secondary', words: words.again, arrow: false },
    { name: 'long text', kind: 'primary', words: words.longButton, arrow: true },
    { name: 'staff', kind: 'staff', words: words.add, arrow: false },
    { name: 'staff-primary', kind: 'staff-primary', words: words.save, arrow: false }
  ] as const;

export const choiceExamples = (words: Words) =>
  [
    { verdict: 'right', word: words.right },
    { verdict: 'again', word: words.notYet },
    { verdict: 'note', word: words.note }
  ] as const;

export const noticeExamples = (words: Words) =>
  [
    { kind: 'again', strong: words.offline, words: words.offlineMore },
    { kind: 'safe', strong: undefined, words: words.kept },
    { kind: 'info', strong: undefined, words: words.info },
    { kind: 'stop', strong: undefined, words: words.failed }
  ] as const;

export const progressExamples = (words: Words) => [
  { name: 'default', current: 4, total: 7, words: words.step },
  { name: 'done', current: 8, total: 7, words: words.stepDone },
  { name: 'many', current: 12, total: 30, words: words.loading }
];

export const tileExamples = (words: Words) =>
  [
    {
      title: words.courseTitle,
      facts: words.courseFacts,
      state: words.courseState,
      picture: 'sunflower',
      badge: 'waving-hand',
      drawing: 'picture',
      tint: 'daily'
    },
    {
      title: words.courseSafe,
      facts: words.courseFacts,
      state: undefined,
      picture: 'shield',
      badge: undefined,
      drawing: 'chat',
      tint: 'child'
    },
    {
      title: words.courseAgreement,
      facts: words.courseFacts,
      state: undefined,
      picture: 'handshake',
      badge: undefined,
      drawing: 'lines',
      tint: 'family'
    },
    {
      title: words.courseLong,
      facts: words.courseFacts,
      state: words.courseState,
      picture: 'locked',
      badge: undefined,
      drawing: 'lines',
      tint: 'maker'
    }
  ] as const;

export const personExamples = (words: Words) =>
  (
    [
      { picture: 'sunflower', tint: 'daily' },
      { picture: 'sailboat', tint: 'child' },
      { picture: 'violin', tint: 'maker' },
      { picture: 'hedgehog', tint: 'family' }
    ] as const
  ).map((tile, index) => ({ ...tile, name: words.people[index] ?? '' }));

export const fieldExamples = (words: Words) =>
  [
    {
      name: 'first',
      label: words.firstName,
      help: words.firstNameHelp,
      error: undefined,
      type: 'text',
      value: words.firstNameValue
    },
    {
      name: 'birthday',
      label: words.birthday,
      help: words.birthdayHelp,
      error: words.birthdayError,
      type: 'text',
      value: words.birthdayValue
    },
    { name: 'message', label: words.message, help: words.messageHelp, error: undefined, type: 'textarea', value: '' },
    { name: 'venue', label: words.venue, help: undefined, error: undefined, type: 'select', value: words.venues[0] }
  ] as const;
