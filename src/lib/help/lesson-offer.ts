import { stampMs } from '$lib/base/clock';
import { subjectOf, type EventId, type SyncEvent } from '$lib/sync/event';
import { later } from '$lib/sync/merge';
import { on, projection } from '$lib/sync/projection';
import { lessonOffered, offerAnswered, offerWithdrawn, type OfferAnswer } from './events';

interface Answered {
  readonly id: EventId;
  readonly at: string;
  readonly answer: OfferAnswer;
}

/** "Bitte öffnen", and what the tablets said to it. What is not known yet is missing: order does not matter. */
export interface LessonOffer {
  readonly meeting: string;
  /** the id of the offer */
  readonly offer: EventId;
  readonly said?: {
    readonly course: string;
    readonly lesson: string;
    readonly tablet?: string;
    readonly at: string;
    readonly by: string;
  };
  readonly isWithdrawn: boolean;
  /** by tablet, its last answer */
  readonly answers: Readonly<Record<string, Answered>>;
}

/** Key: `<meeting>|<offer>`. */
const offerKey = (meeting: string, offer: string): string => `${meeting}|${offer}`;

function begun(row: LessonOffer | undefined, { stream }: SyncEvent, offer: EventId): LessonOffer {
  return row ?? { meeting: subjectOf(stream), offer, isWithdrawn: false, answers: {} };
}

/** Withdrawn stays withdrawn; of a tablet's answers the last counts. Key: `<meeting>|<offer>`. */
export const lessonOffer = projection<LessonOffer>('lesson-offer', 1, [
  on(lessonOffered, {
    keyOf: ({ stream, id }) => offerKey(subjectOf(stream), id),
    fold(row, event) {
      const { course, lesson, tablet } = event.data;
      const to = tablet === undefined ? {} : { tablet };
      return { ...begun(row, event, event.id), said: { course, lesson, ...to, at: event.at, by: event.by } };
    }
  }),
  on(offerWithdrawn, {
    keyOf: ({ stream, data }) => offerKey(subjectOf(stream), data.offer),
    fold: (row, event) => ({ ...begun(row, event, event.data.offer), isWithdrawn: true })
  }),
  on(offerAnswered, {
    keyOf: ({ stream, data }) => offerKey(subjectOf(stream), data.offer),
    fold(row, event) {
      const kept = begun(row, event, event.data.offer);
      const { id, at, data } = event;
      const tablet = subjectOf(event.by);
      const answer = later(kept.answers[tablet], { id, at, answer: data.answer });
      return { ...kept, answers: { ...kept.answers, [tablet]: answer } };
    }
  })
]);

/** An offer that stands. */
export interface StandingOffer {
  readonly offer: EventId;
  readonly course: string;
  readonly lesson: string;
  /** one tablet; nothing: all */
  readonly tablet?: string;
  readonly offeredAt: string;
  /** how many tablets have opened it */
  readonly opened: number;
}

interface Since {
  /** UTC milliseconds: what was said before is void, its meeting is over */
  readonly from: number;
}

function standing(
  rows: readonly LessonOffer[],
  { from }: Since
): (LessonOffer & Required<Pick<LessonOffer, 'said'>>)[] {
  return rows
    .flatMap((row) => (row.said === undefined ? [] : [{ ...row, said: row.said }]))
    .filter(({ said, isWithdrawn }) => !isWithdrawn && stampMs(said.at) >= from)
    .sort((a, b) => (a.said.at > b.said.at ? -1 : 1));
}

/** What is offered now, the newest first. An older one to the same tablets has been overtaken. */
export function standingOffers(rows: readonly LessonOffer[], since: Since): StandingOffer[] {
  const known = new Set<string>();
  const offers: StandingOffer[] = [];
  for (const { offer, said, answers } of standing(rows, since)) {
    const { tablet, course, lesson, at } = said;
    const to = tablet ?? '';
    if (known.has(to) || known.has('')) continue;
    known.add(to);
    const opened = Object.values(answers).filter(({ answer }) => answer === 'opened').length;
    offers.push({ offer, course, lesson, ...(tablet === undefined ? {} : { tablet }), offeredAt: at, opened });
  }
  return offers;
}

/** What a tablet is asked to open and has not answered: the newest that is meant for it. */
export function offerTo(
  rows: readonly LessonOffer[],
  { tablet, from }: Since & { readonly tablet: string }
): StandingOffer | undefined {
  const mine = rows.filter(({ said }) => said?.tablet === undefined || said.tablet === tablet);
  const [newest] = standingOffers(mine, { from });
  const row = mine.find(({ offer }) => offer === newest?.offer);
  return row?.answers[tablet] === undefined ? newest : undefined;
}
