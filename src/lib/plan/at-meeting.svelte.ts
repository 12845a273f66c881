import { staffHere } from '$lib/access/staff-here.svelte';
import { attendance, attendanceKey } from '$lib/attendance/attendance';
import { closedBy, sheetClosing } from '$lib/attendance/closing';
import type { AttendanceStatus } from '$lib/attendance/events';
import { shownRows } from '$lib/attendance/standing';
import { world } from '$lib/base/world';
import { membersOf, type Group, type Meeting, type Member } from '$lib/club/roster';
import { keptOf } from '$lib/sync/snapshot';
import { opened } from '$lib/sync/opened.svelte';
import { meetingAfter, meetingBefore, meetingsOf, notBefore } from './around';
import { GroupQuestions } from './group-questions.svelte';
import { LessonPlan } from './lesson-plan.svelte';
import { PathPlan } from './path-plan.svelte';

/** What the pages of a meeting's plan know: the meeting, its group and people, its plan and that of the one before. */
export class AtMeeting {
  readonly #id: () => string;
  readonly #snapshot = $derived(staffHere.snapshot);
  readonly #by = $derived(this.#snapshot?.staff && `staff/${this.#snapshot.staff.id}`);

  readonly meeting: Meeting | undefined = $derived.by(() =>
    this.#snapshot?.meetings.find(({ id }) => id === this.#id())
  );
  readonly group: Group | undefined = $derived(this.#snapshot?.groups.find(({ id }) => id === this.meeting?.group));
  readonly members: readonly Member[] = $derived(
    this.#snapshot && this.group ? membersOf(this.#snapshot, this.group.id) : []
  );
  readonly before: Meeting | undefined = $derived(
    this.#snapshot && this.meeting && meetingBefore(this.#snapshot.meetings, this.meeting)
  );
  readonly after: Meeting | undefined = $derived(
    this.#snapshot && this.meeting && meetingAfter(this.#snapshot.meetings, this.meeting)
  );

  // By ids alone: a snapshot that is fetched anew begins no plan anew.
  readonly #meetingId = $derived(this.group && this.meeting?.id);
  readonly #beforeId = $derived(this.before?.id);
  readonly plan: LessonPlan | undefined = $derived(this.#planOf(this.#meetingId));
  readonly planBefore: LessonPlan | undefined = $derived(this.#planOf(this.#beforeId));
  readonly questions: GroupQuestions | undefined = $derived(
    opened.engine && this.#by && this.#meetingId !== undefined
      ? new GroupQuestions({
          engine: opened.engine,
          by: this.#by,
          members: () => this.members,
          keptOf: (id) => keptOf(staffHere.snapshot, id),
          now: world.now
        })
      : undefined
  );
  readonly paths: PathPlan | undefined = $derived(
    opened.engine && this.#by && this.#meetingId !== undefined
      ? new PathPlan({
          engine: opened.engine,
          by: this.#by,
          meetings: () => meetingsOf(this.#snapshot?.meetings ?? [], this.group?.id ?? ''),
          from: () => notBefore(this.meeting?.date ?? '', world.now())
        })
      : undefined
  );
  readonly #prefix = $derived(this.#meetingId === undefined ? undefined : attendanceKey(this.#meetingId, ''));
  readonly #marks = $derived(
    this.#prefix === undefined ? undefined : opened.engine?.live(attendance, { prefix: this.#prefix })
  );
  readonly #closing = $derived(
    this.#meetingId === undefined ? undefined : opened.engine?.live(sheetClosing, { key: this.#meetingId })
  );
  readonly #rows = $derived(
    shownRows(this.#marks?.current ?? [], closedBy(this.#closing?.current), (id) => keptOf(this.#snapshot, id))
  );

  /** @param id of the meeting, as the page's address names it */
  constructor(id: () => string) {
    this.#id = id;
  }

  /** Too early to say that the meeting is not there. */
  get isLooking(): boolean {
    return (!this.meeting && staffHere.isLooking) || (this.plan !== undefined && !this.plan.loaded);
  }

  statusOf(person: string): AttendanceStatus {
    return this.#rows.get(person)?.status ?? 'open';
  }

  #planOf(meeting: string | undefined): LessonPlan | undefined {
    const [engine, by] = [opened.engine, this.#by];
    if (!engine || !by || meeting === undefined) return undefined;
    return new LessonPlan({ engine, meeting, by, keptOf: (id) => keptOf(staffHere.snapshot, id) });
  }
}
