import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { noteDeed, type Writer } from '$lib/audit/trail.server';
import { newId } from '$lib/base/id';
import type { Store } from '$lib/store/open.server';
import { isPurpose, phonePurposes, photoPurposes, type Purpose } from './consents';
import { consents, memberPhones } from './schema.server';

export interface Yes {
  readonly member: string;
  readonly purposes: readonly Purpose[];
  /** by purpose, the sentence that the person said yes to */
  readonly wording: (purpose: Purpose) => string;
  /** plain date, `YYYY-MM-DD` */
  readonly givenOn: string;
}

/** What a person said yes to, oldest first, and the number that they gave, if they gave one. */
export async function consentsOf({ orm }: Store, member: string) {
  const rows = orm
    .select()
    .from(consents)
    .where(eq(consents.member, member))
    .orderBy(asc(consents.notedAt), asc(consents.id))
    .all();
  return {
    phone: orm.select().from(memberPhones).where(eq(memberPhones.member, member)).get()?.phone,
    consents: rows.flatMap(({ id, purpose, givenOn, withdrawnAt }) =>
      isPurpose(purpose) ? [{ id, purpose, givenOn, withdrawnAt }] : []
    )
  };
}

/** Keeps a number, with what it may be used for. Uses that the person said yes to before and not now are taken back. */
export async function keepPhone(writer: Writer, { phone, ...yes }: Yes & { phone: string }): Promise<void> {
  const { store } = writer;
  const { member } = yes;
  store.db
    .transaction(() => {
      store.orm
        .insert(memberPhones)
        .values({ member, phone })
        .onConflictDoUpdate({ target: memberPhones.member, set: { phone } })
        .run();
      decide(writer, { ...yes, offered: phonePurposes });
    })
    .immediate();
}

/** Keeps what photos of a person may be used for. */
export async function keepPhotoConsent(writer: Writer, yes: Yes): Promise<void> {
  writer.store.db.transaction(() => decide(writer, { ...yes, offered: photoPurposes })).immediate();
}

/** Takes one yes back. With the last yes for the telephone the number goes. */
export async function withdrawConsent(writer: Writer, { member, purpose }: { member: string; purpose: Purpose }) {
  const { store } = writer;
  store.db
    .transaction(() => {
      withdraw(writer, { member, purposes: [purpose] });
      if (open(store, { member, purposes: phonePurposes }).length === 0)
        store.orm.delete(memberPhones).where(eq(memberPhones.member, member)).run();
    })
    .immediate();
}

interface Asked {
  readonly member: string;
  readonly purposes: readonly Purpose[];
}

function isOpen({ member, purposes }: Asked) {
  return and(eq(consents.member, member), inArray(consents.purpose, [...purposes]), isNull(consents.withdrawnAt));
}

const open = ({ orm }: Store, asked: Asked) => orm.select().from(consents).where(isOpen(asked)).all();

/** Of what was offered, what was ticked holds, and nothing else. */
function decide(writer: Writer, { offered, ...yes }: Yes & { offered: readonly Purpose[] }): void {
  const { member, purposes } = yes;
  withdraw(writer, { member, purposes: offered.filter((purpose) => !purposes.includes(purpose)) });
  give(writer, yes);
}

function give(writer: Writer, { member, purposes, wording, givenOn }: Yes): void {
  const { store, world, by } = writer;
  const before = new Set(open(store, { member, purposes }).map(({ purpose }) => purpose));
  const fresh = purposes.filter((purpose) => !before.has(purpose));
  for (const purpose of fresh)
    store.orm
      .insert(consents)
      .values({
        id: newId<'consent'>(world),
        member,
        purpose,
        wording: wording(purpose),
        givenOn,
        notedBy: by,
        notedAt: world.now()
      })
      .run();
  noteDeed(writer, { action: 'consent.given', subject: `person/${member}` });
}

function withdraw(writer: Writer, asked: Asked): void {
  const { store, world } = writer;
  const { changes } = store.orm.update(consents).set({ withdrawnAt: world.now() }).where(isOpen(asked)).run();
  if (changes > 0) noteDeed(writer, { action: 'consent.withdrawn', subject: `person/${asked.member}` });
}
