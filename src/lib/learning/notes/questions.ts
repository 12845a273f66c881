import { subjectOf, type EventId, type SyncEvent } from '$lib/sync/event';
import { later, smaller } from '$lib/sync/merge';
import { on, projection } from '$lib/sync/projection';
import { questionAnswered, questionAsked, questionWithdrawn } from '../events';

interface Asking {
  readonly id: EventId;
  readonly at: string;
  readonly isAsked: boolean;
  /** what the person chose to send along */
  readonly words?: string;
}

interface Answering {
  readonly id: EventId;
  readonly at: string;
  readonly on: boolean;
  /** the asking that it answers */
  readonly question: EventId;
}

/** What somebody wants to ask about one step. */
export interface Question {
  readonly person: string;
  readonly course: string;
  readonly lesson: string;
  readonly step: string;
  readonly asking?: Asking;
  readonly answering?: Answering;
}

interface Place {
  readonly course: string;
  readonly lesson: string;
  readonly step: string;
}

export const questionKey = (person: string, lesson: string, step: string): string => `${person}|${lesson}|${step}`;

const keyOf = ({ stream, data }: SyncEvent<Place>): string => questionKey(subjectOf(stream), data.lesson, data.step);

function at(row: Question | undefined, { stream, data: { course, lesson, step } }: SyncEvent<Place>): Question {
  const person = subjectOf(stream);
  return { ...row, person, course: smaller(row?.course, course), lesson, step };
}

/** Asking and answering are words of their own: the last of each counts. Key: `<person>|<lesson>|<step>`. */
export const questions = projection<Question>('questions', 1, [
  on(questionAsked, {
    keyOf,
    fold(row, event) {
      const { words } = event.data;
      const asking = { id: event.id, at: event.at, isAsked: true, ...(words === undefined ? {} : { words }) };
      return { ...at(row, event), asking: later<Asking>(row?.asking, asking) };
    }
  }),
  on(questionWithdrawn, {
    keyOf: (event) => keyOf(event),
    fold: (row, event) => ({
      ...at(row, event),
      asking: later<Asking>(row?.asking, { id: event.id, at: event.at, isAsked: false })
    })
  }),
  on(questionAnswered, {
    keyOf,
    fold: (row, event) => ({
      ...at(row, event),
      answering: later<Answering>(row?.answering, {
        ...{ id: event.id, at: event.at },
        ...{ on: event.data.on, question: event.data.question }
      })
    })
  })
]);

/** Rows of several entries that are one person, at one step, as one: of asking and of answering the last word counts. */
export function joined(rows: readonly Question[]): Question | undefined {
  const [first, ...rest] = rows;
  return first && rest.reduce(together, first);
}

function together(one: Question, other: Question): Question {
  const asking = other.asking ? later(one.asking, other.asking) : one.asking;
  const answering = other.answering ? later(one.answering, other.answering) : one.answering;
  return {
    ...(asking === other.asking ? other : one),
    ...(asking ? { asking } : {}),
    ...(answering ? { answering } : {})
  };
}

/** A question as it stands: asked, and answered or still open. */
export interface StandingQuestion extends Place {
  readonly person: string;
  readonly id: EventId;
  readonly at: string;
  readonly words: string | undefined;
  readonly isAnswered: boolean;
  /** the stamp of the answer, where it is answered */
  readonly answeredAt?: string;
}

/** Nothing where it was taken back, or never asked. An answer to an earlier asking leaves a new one open. */
export function standing(row: Question | undefined): StandingQuestion | undefined {
  if (!row?.asking?.isAsked) return undefined;
  const { person, course, lesson, step, asking, answering } = row;
  const isAnswered = answering?.on === true && answering.question === asking.id;
  return {
    ...{ person, course, lesson, step, id: asking.id, at: asking.at, words: asking.words, isAnswered },
    ...(isAnswered ? { answeredAt: answering.at } : {})
  };
}
