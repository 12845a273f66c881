import { error, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { Throttle } from './throttle.server';

/**
 * The door for letters that need no account (base/post-queue.browser.ts): 60 an hour from an address. What is kept
 * counts once, however often it is sent.
 * @param keep keeps a letter; answers "unknown" where it is about something that is not here
 * @returns answers 204, 422 for what is no such letter, 429 when there are too many
 */
export function letterDoor<Letter>(
  schema: v.GenericSchema<unknown, Letter>,
  keep: (letter: Letter) => Promise<'unknown' | void>
): (event: Pick<RequestEvent, 'request' | 'getClientAddress'>) => Promise<Response> {
  const throttle = new Throttle({ points: 60, duration: 3600 });
  return async ({ request, getClientAddress }) => {
    if (!(await throttle.begin(getClientAddress())).ok) error(429, { message: 'Too many requests', code: 'rate' });
    const letter = v.safeParse(schema, await request.json().catch(() => undefined));
    if (!letter.success || (await keep(letter.output)) === 'unknown')
      error(422, { message: 'Invalid', code: 'invalid' });
    return new Response(null, { status: 204 });
  };
}
