import { errors, type ErrorCode } from '$lib/base/errors';
import { bodyText } from './body.server';
import { exchange } from './exchange.server';
import type { EventLog } from './log.server';
import { parseRequest } from './parse-request';
import type { Registry } from './registry';
import type { Rights } from './rights';
import type { ExchangeRequest } from './wire';

export interface AnswerOptions {
  readonly log: EventLog;
  readonly registry: Registry;
  readonly request: Request;
  /** UTC milliseconds */
  readonly now: number;
  rights(request: ExchangeRequest): Rights;
}

/** `POST /api/sync`, whole: from the bytes of the request to the answer's status and JSON. */
export async function answerSync({ log, registry, request, now, rights }: AnswerOptions): Promise<Response> {
  const text = await bodyText(request);
  if (!text.ok) return refuse(text.error);
  const parsed = parseRequest(text.value);
  if (!parsed.ok) return refuse(parsed.error);
  const answer = await exchange({ log, registry, rights: rights(parsed.value), request: parsed.value, now });
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
}

function refuse(code: ErrorCode): Response {
  return Response.json({ code }, { status: errors[code].status, headers: { 'cache-control': 'no-store' } });
}
