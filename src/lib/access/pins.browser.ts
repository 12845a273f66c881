import * as v from 'valibot';
import type { HeldGrant } from '$lib/sync/shelf';
import { snapshotSchema, type Snapshot } from '$lib/sync/snapshot';
import { makeStaffKey, openStaffKey, seal, unseal } from './pin-box';
import { afterWrongTry, waitAsOf } from './pin-rules';

const key = 'digitaltreff.pins';

const lockedSchema = v.object({ iv: v.string(), data: v.string() });
const sealedSchema = v.object({ ...lockedSchema.entries, from: v.string() });
const pinSchema = v.object({
  staff: v.string(),
  name: v.string(),
  salt: v.string(),
  rounds: v.number(),
  publicKey: v.string(),
  privateKey: lockedSchema,
  wrong: v.number(),
  waitUntil: v.number(),
  /** what the trainer's pages show of the club */
  snapshot: v.optional(sealedSchema),
  /** the right to hand in what is entered, and the time in which it holds */
  grant: v.optional(sealedSchema),
  from: v.number(),
  until: v.number()
});
const grantSchema = v.object({ id: v.string(), secret: v.string() });
const givenSchema = v.object({ ...grantSchema.entries, from: v.number(), until: v.number() });

/** One person's PIN on this device, with what it opens. In it nothing of the club and no secret can be read. */
export type KeptPin = v.InferOutput<typeof pinSchema>;

export interface Opened {
  readonly snapshot: Snapshot;
  readonly grant: HeldGrant;
}

/** `old`: it was last renewed more than 30 days ago. */
export type Unlocking =
  | { readonly as: 'open'; readonly opened: Opened }
  | { readonly as: 'wrong' | 'over' | 'old' }
  | { readonly as: 'wait'; readonly waitMs: number };

/** The PINs on this device, in the order of names. */
export function keptPins(): KeptPin[] {
  try {
    const parsed = v.safeParse(v.array(pinSchema), JSON.parse(localStorage.getItem(key) ?? '[]'));
    return parsed.success ? parsed.output : [];
  } catch {
    return [];
  }
}

/** Keeps a PIN in place of the person's last one. Throws if there is no room. */
function keep(pin: KeptPin): void {
  const others = keptPins().filter(({ staff }) => staff !== pin.staff);
  localStorage.setItem(key, JSON.stringify([...others, pin].sort((a, b) => (a.name < b.name ? -1 : 1))));
}

export function dropPin(staff: string): void {
  localStorage.setItem(key, JSON.stringify(keptPins().filter((pin) => pin.staff !== staff)));
}

/** Sets somebody's PIN. It opens something from the next `renewPin` on. */
export async function setPin({ staff, name, pin }: { staff: string; name: string; pin: string }): Promise<void> {
  keep({ staff, name, ...(await makeStaffKey(pin)), wrong: 0, waitUntil: 0, from: 0, until: 0 });
}

const dayMs = 24 * 3_600_000;

/** Seals what the signed-in person's pages show now, and once a day a fresh grant. Needs no PIN, but for the grant a network. */
export async function renewPin({ device, snapshot }: { device: string; snapshot: Snapshot }): Promise<void> {
  const find = () => keptPins().find(({ staff }) => staff === snapshot.staff?.id);
  const pin = find();
  if (!pin) return;
  const sealed = await seal(pin, snapshot);
  const grant = Date.now() - pin.from > dayMs ? await askForGrant(device) : undefined;
  const { id, secret, ...time } = grant ?? {};
  const sealedGrant = grant && { grant: await seal(pin, { id, secret }), ...time };
  const now = find();
  // In the meantime another tab may have counted a try, or set another PIN.
  if (now?.publicKey === pin.publicKey) keep({ ...now, snapshot: sealed, ...sealedGrant });
}

async function askForGrant(device: string) {
  const answer = await fetch('/api/grant', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ device, pin: true })
  });
  return v.parse(givenSchema, await answer.json());
}

/** Tries a PIN. A try counts before it is looked at, so that leaving the page does not take it back. */
export async function tryPin({ staff, pin }: { staff: string; pin: string }): Promise<Unlocking> {
  const kept = keptPins().find((each) => each.staff === staff);
  const now = Date.now();
  if (!kept) return { as: 'over' };
  if (kept.until <= now || !kept.snapshot || !kept.grant) return { as: 'old' };
  const waitUntil = waitAsOf(kept, now);
  if (waitUntil < kept.waitUntil) keep({ ...kept, waitUntil });
  if (waitUntil > now) return { as: 'wait', waitMs: waitUntil - now };
  const tries = afterWrongTry(kept, now);
  if (tries !== 'over') keep({ ...kept, ...tries });
  const half = await openStaffKey(kept, pin);
  if (half === undefined) {
    if (tries !== 'over') return { as: 'wrong' };
    dropPin(staff);
    return { as: 'over' };
  }
  keep({ ...kept, wrong: 0, waitUntil: 0 });
  const snapshot = v.parse(snapshotSchema, await unseal(half, kept.snapshot));
  return { as: 'open', opened: { snapshot, grant: v.parse(grantSchema, await unseal(half, kept.grant)) } };
}
