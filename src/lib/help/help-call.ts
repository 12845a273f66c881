import { parseStamp, stampMs } from '$lib/base/clock';
import { subjectOf, type EventId, type SyncEvent } from '$lib/sync/event';
import { later } from '$lib/sync/merge';
import { on, projection } from '$lib/sync/projection';
import { helpAnswered, helpEnded, helpRaised } from './events';

/** A hand that went up in a meeting, and what became of it. What is not known yet is missing: order does not matter. */
export interface HelpCall {
  readonly meeting: string;
  /** the id of the raise */
  readonly call: EventId;
  readonly raised?: { readonly tablet: string; readonly at: string; readonly lastHere: boolean };
  /** the last word of a trainer about coming */
  readonly answered?: { readonly id: EventId; readonly at: string; readonly by: string; readonly coming: boolean };
  /** the last time that "Erledigt" was taken back */
  readonly again?: string;
  /** who said that it is over, with the last time each */
  readonly ended: Readonly<Record<string, string>>;
}

/** Key: `<meeting>|<raise>`. */
const helpCallKey = (meeting: string, call: string): string => `${meeting}|${call}`;

function begun(row: HelpCall | undefined, { stream }: SyncEvent, call: EventId): HelpCall {
  return row ?? { meeting: subjectOf(stream), call, ended: {} };
}

/** raised → taken → done, or taken back: the last word of trainers counts. Key: `<meeting>|<raise>`. */
export const helpCall = projection<HelpCall>('help-call', 2, [
  on(helpRaised, {
    keyOf: ({ stream, id }) => helpCallKey(subjectOf(stream), id),
    fold: (row, event) => ({
      ...begun(row, event, event.id),
      raised: { tablet: subjectOf(event.by), at: event.at, lastHere: event.data.lastHere ?? false }
    })
  }),
  on(helpAnswered, {
    keyOf: ({ stream, data }) => helpCallKey(subjectOf(stream), data.call),
    fold(row, event) {
      const kept = begun(row, event, event.data.call);
      const { id, at, by, data } = event;
      const again = data.again ? { again: latest(kept.again, at) } : {};
      return { ...kept, ...again, answered: later(kept.answered, { id, at, by, coming: data.coming }) };
    }
  }),
  on(helpEnded, {
    keyOf: ({ stream, data }) => helpCallKey(subjectOf(stream), data.call),
    fold(row, event) {
      const kept = begun(row, event, event.data.call);
      return { ...kept, ended: { ...kept.ended, [event.by]: latest(kept.ended[event.by], event.at) } };
    }
  })
]);

const latest = (one: string | undefined, other: string): string => (one === undefined || one < other ? other : one);

/** A hand that is up now. */
export interface OpenCall {
  readonly call: EventId;
  readonly tablet: string;
  readonly raisedAt: string;
  /** the sync device that it was raised on, as its stamp names it */
  readonly device: string | undefined;
  readonly lastHere: boolean;
  /** `staff/<id>` of who is on the way */
  readonly coming?: string;
}

/**
 * Over: the tablet itself says so, or a trainer, and none has taken that back since. Another tablet cannot lower this
 * one's hand.
 */
function isOver({ raised, again = '', ended }: HelpCall): boolean {
  return Object.entries(ended).some(
    ([by, at]) => by === `device/${raised?.tablet}` || (by.startsWith('staff/') && at > again)
  );
}

/**
 * The hands that are up, one a tablet, who waits longest first; whom somebody is on the way to comes last.
 * @param from UTC milliseconds: what went up before is void, its meeting is over
 */
export function openCalls(rows: readonly HelpCall[], { from }: { readonly from: number }): OpenCall[] {
  const byTablet = new Map<string, OpenCall>();
  for (const row of rows) {
    const { raised, answered, call } = row;
    if (raised === undefined || isOver(row) || stampMs(raised.at) < from) continue;
    const known = byTablet.get(raised.tablet);
    if (known !== undefined && known.raisedAt <= raised.at) continue;
    byTablet.set(raised.tablet, {
      call,
      tablet: raised.tablet,
      raisedAt: raised.at,
      device: parseStamp(raised.at)?.device,
      lastHere: raised.lastHere,
      ...(answered?.coming ? { coming: answered.by } : {})
    });
  }
  return [...byTablet.values()].sort(byNeed);
}

function byNeed(a: OpenCall, b: OpenCall): number {
  const taken = Number(a.coming !== undefined) - Number(b.coming !== undefined);
  return taken || (a.raisedAt < b.raisedAt ? -1 : 1);
}

/** All calls of a tablet that are up: lowering the hand ends each of them. */
export function callsOf(rows: readonly HelpCall[], { tablet, from }: { tablet: string; from: number }): HelpCall[] {
  return rows.filter((row) => row.raised?.tablet === tablet && !isOver(row) && stampMs(row.raised.at) >= from);
}

/** Whole minutes since a stamp; a clock that was set back waits 0. */
export const minutesSinceStamp = (at: string, now: number): number =>
  Math.max(0, Math.floor((now - stampMs(at)) / 60_000));
