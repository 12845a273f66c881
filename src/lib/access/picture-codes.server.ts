import { eq, inArray } from 'drizzle-orm';
import { noteDeed, type Writer } from '$lib/audit/trail.server';
import type { Store } from '$lib/store/open.server';
import { makePictureLock, type PictureLock } from './picture-code';
import { pictureCodes } from './schema.server';

/** Sets somebody's picture code, in place of their last one. */
export async function setPictureCode(
  writer: Writer,
  { member, pictures }: { member: string; pictures: readonly string[] }
): Promise<void> {
  const { store, world } = writer;
  const salt = Buffer.from(world.random(16)).toString('base64url');
  const row = { ...(await makePictureLock(pictures, { salt })), setAt: world.now() };
  store.db
    .transaction(() => {
      const on = { target: pictureCodes.member, set: row };
      store.orm
        .insert(pictureCodes)
        .values({ member, ...row })
        .onConflictDoUpdate(on)
        .run();
      noteDeed(writer, { action: 'picture-code.set', subject: `person/${member}` });
    })
    .immediate();
}

/** From now on somebody's picture asks for nothing. */
export function removePictureCode(writer: Writer, member: string): void {
  writer.store.db
    .transaction(() => {
      writer.store.orm.delete(pictureCodes).where(eq(pictureCodes.member, member)).run();
      noteDeed(writer, { action: 'picture-code.removed', subject: `person/${member}` });
    })
    .immediate();
}

/** The locks of those of these people who have one. */
export function pictureLocks(store: Store, people: readonly string[]): Map<string, PictureLock> {
  const rows = store.orm
    .select()
    .from(pictureCodes)
    .where(inArray(pictureCodes.member, [...people]))
    .all();
  return new Map(rows.map(({ member, salt, rounds, hash }) => [member, { salt, rounds, hash }]));
}
