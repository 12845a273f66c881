import * as v from 'valibot';
import { err, ok, type Result } from '$lib/base/result';
import { largestBatch, protocol, requestSchema, type ExchangeRequest } from './wire';

export type RequestError = 'broken-request' | 'old-app' | 'too-much';

const envelopeSchema = v.object({ protocol: v.number() });
/** Looks at the list, not at what is in it: half a million entries are refused as fast as a few. */
const listSchema = v.object({ events: v.custom<readonly unknown[]>(Array.isArray) });

/** A request from its JSON text, or why it is none: other protocol, too many events, not a request. */
export function parseRequest(text: string): Result<ExchangeRequest, RequestError> {
  const json = parseJson(text);
  if (!v.is(envelopeSchema, json)) return err('broken-request');
  if (json.protocol !== protocol) return err('old-app');
  if (v.is(listSchema, json) && json.events.length > largestBatch) return err('too-much');
  // The first mistake is enough: to collect a hundred thousand of them would take its time.
  const request = v.safeParse(requestSchema, json, { abortEarly: true });
  return request.success ? ok(request.output) : err('broken-request');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
