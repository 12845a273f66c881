import type { FamilyLocale, Locale } from '../i18n/locales';
import type { HelpCaseId } from './for-parents/help';
import type { ScreenName } from './screen-names';

/** Who a course or lesson is for. Adults are addressed as "Sie", children, makers and volunteers as "du". */
export const audiences = ['seniors', 'parents', 'children', 'makers', 'volunteers'] as const;
export type Audience = (typeof audiences)[number];

/**
 * What a person does at a step: read text · look at a picture closely · do a practice · answer a question ·
 * decide what they would do · bring things into order · match what belongs together · try it on their own device, checking
 * off a list · talk about it, in the group or with the family.
 */
export const stepKinds = ['read', 'look', 'do', 'question', 'decide', 'order', 'match', 'try', 'talk'] as const;
export type StepKind = (typeof stepKinds)[number];

/** The one thing the finger does in a `gesture` picture. */
export const gestures = ['tap', 'long', 'swipe', 'scroll', 'zoom'] as const;
export type Gesture = (typeof gestures)[number];

/** Pages of the app that a step may lead to. */
export const appPages = ['family-week'] as const;
export type AppPage = (typeof appPages)[number];

/** A run of text in one weight. */
export interface Inline {
  text: string;
  strong?: true;
  /** The id of the word that it explains, one of its step's `words`. */
  word?: string;
}

/** One sentence: what is read aloud and highlighted as a whole. Its runs joined give its text, without outer spaces. */
export type Sentence = Inline[];

export interface Paragraph {
  kind: 'paragraph';
  sentences: Sentence[];
}

export interface List {
  kind: 'list';
  ordered: boolean;
  items: Sentence[][];
}

export type Block = Paragraph | List;

export interface PictureItem {
  id: string;
  /** What stands on the item; empty where the picture alone says it. */
  label: string;
  /** What stands after `|` in the label: a row's value, or `locked` / `open` for a network. */
  detail?: string;
}

/** A pretend-screen beside the text, drawn from data. */
export interface Picture {
  screen: ScreenName;
  items: PictureItem[];
  /** Texts that are no item: a bar's title, a dialog's text, the sentence in a text field. */
  labels: Record<string, string>;
  /** The item or key that a ring marks. */
  ring?: string;
  /** Items that are switched on or connected. */
  on: string[];
  gesture?: Gesture;
  /** A slider's or battery's level, 0 to 100. */
  level?: number;
  /** A coloured picture (a name of `ui/pictures.ts`). */
  icon?: string;
  alt: string;
}

export interface Choice {
  right: boolean;
  /** Neither right nor wrong: "Ich weiß es nicht", or one of several ways that are all fine. */
  neutral?: true;
  sentences: Sentence[];
  feedback: Sentence[];
  /** Where the story goes on: what happens then, in a step in which somebody decides. */
  next?: Moment;
}

/** A moment to which a choice leads, with a decision of its own. None of its choices leads on. */
export interface Moment {
  /** What happens, and what is asked. */
  prompt: Sentence[];
  choices: Choice[];
}

/**
 * How a question is answered that is not answered by choosing. What is to be ordered or matched are the first of its
 * choices, in the right order: each with the feedback for whoever has not placed it yet. Then come two more: all is
 * right, and "I don't know". So an answer is one number as with every question (arrangement.ts). Talking is no answer:
 * it has no choices.
 */
export type AnswerForm =
  | { kind: 'order' }
  | {
      kind: 'match';
      /** What belongs to each thing, in the things' order. */
      partners: Sentence[][];
      /** A coloured picture for each thing (names of `ui/pictures.ts`). */
      signs?: string[];
    }
  | {
      kind: 'talk';
      /** What somebody does who learns alone. */
      alone: Sentence[];
    };

export interface Question {
  prompt: Sentence[];
  choices: Choice[];
  hint?: Sentence[];
  /** Nothing where one of the choices is taken. */
  form?: AnswerForm;
}

/** Whether one of its choices leads on to a moment with a decision of its own. */
export const leadsOn = ({ choices }: Pick<Question, 'choices'>): boolean => choices.some(({ next }) => next);

/** A word explained in place. */
export interface Word {
  id: string;
  word: string;
  /** How it is spoken, where its spelling misleads. */
  say?: string;
  plain: string;
  /** What it looks like, where that says more than words. */
  picture?: Picture;
}

/** One goal of a practice on paper. */
export interface PaperTask {
  ask: string;
  /** What stands on the pretend screen. */
  shown: string[];
  /** What can be ticked, one box each. */
  boxes: string[];
  /** For the page that is turned over afterwards. */
  solution: string[];
}

/** What a practice starts from; `params` has passed the kind's own `paramsSchema`. */
export interface StepPractice {
  kind: string;
  scene: string;
  params: unknown;
  /** The pretend screen on paper, one task a goal. */
  paper?: PaperTask[];
}

/** A guide as others name it. */
export interface GuideName {
  id: string;
  title: string;
}

export interface Step {
  /** Permanent within its lesson: progress is stored by it. */
  id: string;
  kind: StepKind;
  title: string;
  blocks: Block[];
  picture?: Picture;
  question?: Question;
  practice?: StepPractice;
  words: Word[];
  /** The same said otherwise, for whoever does not understand it. */
  again?: Sentence[];
  /** The page of help that this step leads to: that of a case, or all addresses. */
  help?: HelpCaseId | 'addresses';
  /** How it is done on people's own devices; a step that is to be tried may have some. */
  guides?: GuideName[];
  /** The page of the app in which this step can be done. */
  leads?: AppPage;
}

/** One lesson in one language: the whole content of a served lesson file. */
export interface Lesson {
  /** Permanent; the folder may move, the id may not. */
  id: string;
  code: string;
  course: string;
  locale: Locale;
  title: string;
  goal: string;
  minutes: number;
  steps: Step[];
}

/** A lesson as its course lists it. */
export interface LessonEntry {
  id: string;
  title: string;
  goal: string;
  minutes: number;
  /** Step ids in order, so that progress can be shown without the lesson's file. */
  steps: string[];
  /** Of these, the ids of its questions; a course that a device loaded before they were listed has none. */
  questions?: string[];
  /** Of these, the ids of those with a practice, which "Auffrischen" brings back; as with questions. */
  practised?: string[];
  /** Codes of DigComp 2.2 that it trains (competence.ts). */
  competences?: string[];
  /** Kinds of practice used in it, each once. */
  practices: string[];
  /** Coloured pictures used in it (names of `ui/pictures.ts`), each once, sorted. */
  pictures: string[];
  /** How it is done on people's own devices; nothing where it has no guide. */
  guides?: GuideName[];
  /** Address of the lesson's file; the name holds the hash of its content, so it never changes. */
  file: string;
  /** Size of that file before compression. */
  sizeBytes: number;
}

/** What the shelf shows of a course. */
export interface CourseSummary {
  id: string;
  locale: Locale;
  audience: Audience;
  picture: string;
  title: string;
  summary: string;
  minutes: number;
  lessonCount: number;
  /** All its lesson files before compression. */
  sizeBytes: number;
  /** SHA-256 of the course's file, 12 hexadecimal digits: a device that has it need not fetch it again. */
  hash: string;
}

/** One course in one language, with the addresses of its lessons' files. */
export interface CourseFile extends Omit<CourseSummary, 'lessonCount' | 'hash'> {
  lessons: LessonEntry[];
  /** The ids of the lessons that are written in each family's language; not there where none is. */
  familyLessons?: Partial<Record<FamilyLocale, string[]>>;
  /** Further lessons are written in German, and not in this language. */
  moreInGerman?: true;
}

/** The text of sentences or a sentence's runs, as read aloud. */
export const plainText = (sentences: readonly Sentence[]): string =>
  sentences.map((sentence) => sentence.map((run) => run.text).join('')).join(' ');
