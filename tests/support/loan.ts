import { enrolTablet, makeCode } from '../../src/lib/access/tablet.server';
import type { Writer } from '../../src/lib/audit/trail.server';
import { lendTablet } from '../../src/lib/club/loans.server';

/** An enrolled tablet of a venue, and the proof that it shows. */
export async function anEnrolledTablet(writer: Writer, { venue, name = 'Tablet 7' }: { venue: string; name?: string }) {
  const { code } = await makeCode(writer, { tabletName: name, venue });
  const enrolled = await enrolTablet(writer, code);
  if (!enrolled.ok) throw new Error(enrolled.error);
  return { tablet: enrolled.value.tablet.id, cookie: enrolled.value.cookie };
}

/** A tablet lent home for eight weeks. */
export async function aLoan(writer: Writer, { tablet, member }: { tablet: string; member: string }): Promise<string> {
  const lent = await lendTablet(writer, { tablet, member, from: '2026-11-24', until: '2027-01-19' });
  if (!lent.ok) throw new Error(lent.error);
  return lent.value;
}
