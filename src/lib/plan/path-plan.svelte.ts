import type { Meeting } from '$lib/club/roster';
import type { Engine } from '$lib/sync/engine.browser';
import type { EventId } from '$lib/sync/event';
import type { LessonName } from './catalogue';
import { lessonDropped, lessonPlanned } from './events';
import { proposePath, type DatedLesson, type PathProposal } from './path-proposal';
import { plannedLesson, plannedLessonKey } from './planned-lesson';

interface Around {
  readonly engine: Engine;
  /** `staff/<id>` */
  readonly by: string;
  /** all meetings of the group that are not cancelled, in order */
  meetings(this: void): readonly Meeting[];
  /** the first plain date on which something may be planned */
  from(this: void): string;
}

interface Entered extends DatedLesson {
  readonly planning: EventId;
}

/** Lays a path over the coming dates of a group, and takes it back. */
export class PathPlan {
  #entered = $state.raw<readonly Entered[]>([]);
  readonly #around: Around;

  constructor(around: Around) {
    this.#around = around;
  }

  /** At how many dates a lesson was entered last, so that it can be taken back. */
  get entered(): number {
    return this.#entered.length;
  }

  async propose(path: readonly LessonName[]): Promise<PathProposal> {
    const { engine, meetings, from } = this.#around;
    const known = meetings();
    const rows = await Promise.all(
      known.map(({ id }) => engine.rows(plannedLesson, { prefix: plannedLessonKey(id, '') }))
    );
    return proposePath(path, { meetings: known.filter(({ date }) => date >= from()), rows: rows.flat() });
  }

  async enter(dated: readonly DatedLesson[]): Promise<void> {
    const { engine, by } = this.#around;
    const events = await engine.record(
      dated.map(({ meeting, course, lesson }) => ({
        stream: `meeting/${meeting.id}`,
        type: lessonPlanned.type,
        by,
        data: { course, lesson }
      }))
    );
    this.#entered = dated.flatMap((one, index) => {
      const planning = events[index]?.id;
      return planning === undefined ? [] : [{ ...one, planning }];
    });
  }

  /** Takes back what was entered last, and nothing that anybody else has planned. */
  async takeBack(): Promise<void> {
    const { engine, by } = this.#around;
    const entered = this.#entered;
    this.#entered = [];
    await engine.record(
      entered.map(({ meeting, course, lesson, planning }) => ({
        stream: `meeting/${meeting.id}`,
        type: lessonDropped.type,
        by,
        data: { course, lesson, plannings: [planning] }
      }))
    );
  }
}
