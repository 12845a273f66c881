import * as v from 'valibot';
import { err, ok, type Result } from '$lib/base/result';
import { largestBatch, protocol, requestSchema, type ExchangeRequest } from './wire';

export type RequestError = 'broken-request' | 'old-app' | 'too-much';

const envelopeSchema = v.object({ protocol: v.number() });
/** Looks at the list, not at what is in it: half a million entries are refused as fast as a few. */
const listSchema = v.object({ events: v.custom<readonly unknown[]>(Array.isArray) });

/** Characters that are read in no time, whatever they say. */
const shortText = 50_000;
/** Of an event's text one character in twenty-five begins a value, of cursors one in forty. */
const densest = 1 / 8;

/** A request from its JSON text, or why it is none: other protocol, too many events, not a request. */
export function parseRequest(text: string): Result<ExchangeRequest, RequestError> {
  if (text.length > shortText && isDense(text)) return err('too-much');
  const json = parseJson(text);
  if (!v.is(envelopeSchema, json)) return err('broken-request');
  if (json.protocol !== protocol) return err('old-app');
  if (v.is(listSchema, json) && json.events.length > largestBatch) return err('too-much');
  // The first mistake is enough: to collect a hundred thousand of them would take its time.
  const request = v.safeParse(requestSchema, json, { abortEarly: true });
  return request.success ? ok(request.output) : err('broken-request');
}

/**
 * Whether a text has more values than any request of an app: half a million of `[],` take fifty times as long to read as
 * events of the same length. An app that should bring such a text sends less at a time, as it does after each `too-much`.
 */
function isDense(text: string): boolean {
  let values = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === comma || sign === bracket || sign === brace) values += 1;
  }
  return values > text.length * densest;
}

const [comma, bracket, brace] = [0x2c, 0x5b, 0x7b];

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
