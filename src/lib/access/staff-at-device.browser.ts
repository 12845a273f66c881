import * as v from 'valibot';
import type { Engine } from '$lib/sync/engine.browser';
import { isHandedOn, markHandedOn } from '$lib/sync/handed-on.browser';
import { opened } from '$lib/sync/opened.svelte';

const grantSchema = v.object({ id: v.string(), secret: v.string() });
const key = 'digitaltreff.grant';

/**
 * Fetches what the pages in the room show and, for a signed-in person, a write-only grant once per window: with it,
 * what they enter here can be sent for 30 days, also after they have signed out or handed the tablet on.
 * Without a network everything stays as it is.
 * @param onasked called when the server has answered, or could not be reached
 */
export async function settleAtDevice(engine: Engine, onasked: () => void): Promise<void> {
  await engine.exchange();
  onasked();
  const staff = opened.snapshot?.staff?.id;
  if (staff === undefined || isHandedOn() || sessionStorage.getItem(key) === staff) return;
  try {
    const answer = await fetch('/api/grant', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ device: engine.device })
    });
    const grant = v.safeParse(grantSchema, answer.ok ? await answer.json() : undefined);
    if (!grant.success) return;
    await engine.holdGrant(grant.output);
    sessionStorage.setItem(key, staff);
  } catch {
    // No network: the grant of the last sign-in still holds.
  }
}

/**
 * A learner takes the device, or the staff member signs out: their pages close, also without a network, and what only
 * they may read goes. What they entered stays and is sent with their grant.
 */
export async function leaveStaffPages(): Promise<void> {
  markHandedOn();
  sessionStorage.removeItem(key);
  await opened.engine?.handOn();
}
