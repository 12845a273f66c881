import { markHandedOn } from '$lib/sync/handed-on.browser';
import { opened } from '$lib/sync/opened.svelte';
import { personOnDevice } from './person.svelte';

/**
 * Who learns here leaves: what they alone may read goes, at once and without a network; what is unsent stays and is sent.
 * Who came by their card signs out with it; the server is told with the next exchange.
 */
export async function leaveDevice(): Promise<void> {
  const person = personOnDevice.current;
  if (person) await opened.engine?.leave(`learner/${person.id}`);
  if (person?.card) {
    markHandedOn();
    await opened.engine?.handOn();
    void opened.engine?.exchange();
  }
  personOnDevice.leave();
}
