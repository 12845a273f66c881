import { err, ok, type Result } from '$lib/base/result';
import { addressTextOf, bytesInAddress, type Bytes } from './bytes';

/** What a code of one kind looks like: the word that it begins with, and how many bytes it carries. */
export interface CodeShape {
  readonly mark: string;
  readonly bytes: number;
}

/** `cut`: not whole, or with a sign that is another · `over`: it was made too long ago. */
export type CodeFault = 'cut' | 'over';

/** What a code carries. */
export interface CodeContent {
  readonly content: Bytes;
  /** UTC milliseconds, in whole minutes */
  readonly until: number;
}

/** The clocks of two devices differ. */
const slackMs = 5 * 60_000;
const minuteMs = 60_000;
const [minuteBytes, checkBytes] = [4, 4];

/** The part of an address behind the #, which no browser sends. */
export async function timedCodeText({ mark, bytes }: CodeShape, { content, until }: CodeContent): Promise<string> {
  const whole = new Uint8Array(bytes + minuteBytes + checkBytes);
  whole.set(content);
  new DataView(whole.buffer).setUint32(bytes, Math.ceil(until / minuteMs));
  whole.set(await checkOf(whole), bytes + minuteBytes);
  return mark + addressTextOf(whole);
}

/** Reads such a part. @param now UTC milliseconds */
export async function readTimedCode(
  { mark, bytes }: CodeShape,
  { hash, now }: { hash: string; now: number }
): Promise<Result<CodeContent, CodeFault>> {
  const whole = bytesInAddress(hash.slice(mark.length + 1));
  if (whole.length !== bytes + minuteBytes + checkBytes) return err('cut');
  const check = await checkOf(whole);
  if (check.some((byte, index) => byte !== whole[bytes + minuteBytes + index])) return err('cut');
  const until = new DataView(whole.buffer).getUint32(bytes) * minuteMs;
  return now > until + slackMs ? err('over') : ok({ content: whole.slice(0, bytes), until });
}

/** Four bytes that tell a cut or mistyped code from a whole one. They protect nothing. */
async function checkOf(whole: Bytes): Promise<Uint8Array> {
  const hash = await crypto.subtle.digest('SHA-256', whole.slice(0, -checkBytes));
  return new Uint8Array(hash.slice(0, checkBytes));
}
