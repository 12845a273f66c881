import { and, asc, eq, isNull, lt } from 'drizzle-orm';
import type { Venues } from '$lib/access/facts';
import { tablets } from '$lib/access/schema.server';
import { noteDeed, type Writer } from '$lib/audit/trail.server';
import { newId } from '$lib/base/id';
import { err, ok, type Result } from '$lib/base/result';
import type { Store } from '$lib/store/open.server';
import { atVenues } from './at-venues.server';
import { members, tabletLoans, venues } from './schema.server';

/** How long it stays known who had a tablet that is back and wiped: long enough to ask for a lost charger. */
const rememberedMs = 30 * 24 * 60 * 60 * 1000;

export interface NewLoan {
  readonly tablet: string;
  readonly member: string;
  /** plain dates, `YYYY-MM-DD` */
  readonly from: string;
  readonly until: string;
}

/** Lends a tablet home. Not one that somebody has, or that came back and is not wiped yet. */
export async function lendTablet(writer: Writer, loan: NewLoan): Promise<Result<string, 'taken'>> {
  const { store, world, by } = writer;
  return store.db
    .transaction(() => {
      forgetLoans(store, world.now());
      if (store.orm.select().from(tabletLoans).where(isOutWith(loan.tablet)).get()) return err('taken' as const);
      const id = newId<'loan'>(world);
      store.orm
        .insert(tabletLoans)
        .values({ id, ...loan, notedBy: by, notedAt: world.now() })
        .run();
      noteDeed(writer, { action: 'tablet.lent', subject: `person/${loan.member}` });
      return ok(id);
    })
    .immediate();
}

const isOutWith = (tablet: string) => and(eq(tabletLoans.tablet, tablet), isNull(tabletLoans.wipedAt));

/** The tablets that are lent, or back and not wiped yet; those that are due first stand first. */
export async function listLoans(store: Store, { at, today }: { at: Venues; today: string }) {
  return store.orm
    .select({ loan: tabletLoans, tablet: tablets, member: members, venueName: venues.name })
    .from(tabletLoans)
    .innerJoin(tablets, eq(tablets.id, tabletLoans.tablet))
    .innerJoin(members, eq(members.id, tabletLoans.member))
    .innerJoin(venues, eq(venues.id, tablets.venue))
    .where(and(isNull(tabletLoans.wipedAt), atVenues(tablets.venue, at)))
    .orderBy(asc(tabletLoans.until), asc(tabletLoans.id))
    .all()
    .map(({ loan, tablet, member, venueName }) => ({
      id: loan.id,
      tablet: tablet.id,
      name: tablet.name,
      venueName,
      member: loan.member,
      borrower: { firstName: member.firstName, initial: member.initial },
      from: loan.from,
      until: loan.until,
      overdue: loan.returnedAt === null && loan.until < today,
      returnedAt: loan.returnedAt,
      waiting: tablet.waiting,
      /** it has told the server what waits on it since it came back */
      hasReported: loan.returnedAt !== null && tablet.seenAt >= loan.returnedAt
    }));
}

type Loan = Awaited<ReturnType<typeof listLoans>>[number];

/** Whether a tablet that came back may have entries on it that nobody else has. */
export const mayHoldEntries = ({ waiting, hasReported }: Pick<Loan, 'waiting' | 'hasReported'>): boolean =>
  waiting > 0 || !hasReported;

/** It comes back later than was agreed at first. */
export async function extendLoan(writer: Writer, { id, until }: { id: string; until: string }): Promise<void> {
  change(writer, { id, set: { until }, action: 'tablet.lent-longer' });
}

/** It is back. */
export async function giveBack(writer: Writer, id: string): Promise<void> {
  change(writer, { id, set: { returnedAt: writer.world.now() }, action: 'tablet.given-back' });
}

/** It is not back after all: a finger slipped. */
export async function undoGiveBack(writer: Writer, id: string): Promise<void> {
  change(writer, { id, set: { returnedAt: null }, action: 'tablet.lent' });
}

/** It is wiped, and can be lent again. */
export async function noteWiped(writer: Writer, id: string): Promise<void> {
  change(writer, { id, set: { wipedAt: writer.world.now() }, action: 'tablet.wiped' });
}

/** It is not wiped after all; not where it has gone to somebody else by now. */
export async function undoWiped(writer: Writer, id: string): Promise<void> {
  change(writer, { id, set: { wipedAt: null }, action: 'tablet.given-back' });
}

/** It was never lent: a wrong name, or a wrong tablet. */
export async function withdrawLoan(writer: Writer, id: string): Promise<void> {
  const { store } = writer;
  store.db
    .transaction(() => {
      const member = borrowerOf(store, id);
      store.orm.delete(tabletLoans).where(eq(tabletLoans.id, id)).run();
      if (member !== undefined) noteDeed(writer, { action: 'tablet.not-lent', subject: `person/${member}` });
    })
    .immediate();
}

interface Change {
  readonly id: string;
  readonly set: Partial<typeof tabletLoans.$inferInsert>;
  readonly action: `tablet.${string}`;
}

function change(writer: Writer, { id, set, action }: Change): void {
  const { store, world } = writer;
  store.db
    .transaction(() => {
      forgetLoans(store, world.now());
      const loan = store.orm.select().from(tabletLoans).where(eq(tabletLoans.id, id)).get();
      if (loan === undefined) return;
      const isBack = set.wipedAt === null && store.orm.select().from(tabletLoans).where(isOutWith(loan.tablet)).get();
      if (isBack) return;
      store.orm.update(tabletLoans).set(set).where(eq(tabletLoans.id, id)).run();
      noteDeed(writer, { action, subject: `person/${loan.member}` });
    })
    .immediate();
}

function borrowerOf({ orm }: Store, id: string): string | undefined {
  return orm.select({ member: tabletLoans.member }).from(tabletLoans).where(eq(tabletLoans.id, id)).get()?.member;
}

/** Forgets who had the tablets that came back and were wiped a while ago. Done with every change of the register. */
function forgetLoans({ orm }: Store, now: number): void {
  orm
    .delete(tabletLoans)
    .where(lt(tabletLoans.wipedAt, now - rememberedMs))
    .run();
}
