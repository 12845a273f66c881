import { handOut, type Given } from './hand-out.server';
import type { EventLog } from './log.server';
import type { Registry } from './registry';
import type { Rights } from './rights';
import { takeIn } from './take-in.server';
import type { ExchangeAnswer, ExchangeRequest } from './wire';

export interface ExchangeOptions {
  readonly log: EventLog;
  readonly registry: Registry;
  readonly rights: Rights;
  readonly request: ExchangeRequest;
  /** UTC milliseconds */
  readonly now: number;
  /** what else is written down about this request, in the commit of its events */
  readonly alongside?: (() => void) | undefined;
}

/**
 * Answers one request of `POST /api/sync`: takes events in, hands out what the sender has not seen. The answer is
 * JSON of the wire's `answerSchema`, in UTF-8.
 */
export async function exchange(options: ExchangeOptions): Promise<Buffer> {
  const { log, rights, now } = options;
  hearOfDeletions(options);
  const { accepted, refused, own } = await takeIn(options);
  const { streams, ...given } = rights.known ? await handOut(options, own) : nothing;
  const head = {
    now,
    epoch: log.epoch,
    accepted,
    refused,
    ...given,
    ...(await snapshot(options)),
    ...(await tablets(options))
  };
  const before = Buffer.from(`${JSON.stringify(head).slice(0, -1)},"streams":{`);
  return Buffer.concat([
    before,
    ...streams.flatMap((parts, index) => (index > 0 ? [comma, ...parts] : parts)),
    closing
  ]);
}

const comma = Buffer.from(',');
const closing = Buffer.from('}}');

/** A restored database may have persons again who were deleted: devices were told, and say so. */
function hearOfDeletions({ log, rights, request: { gone = [] }, now }: ExchangeOptions): void {
  const { isTrusted, sender } = rights;
  if (log.restored === undefined || !isTrusted || sender === undefined || gone.length === 0) return;
  log.quarantine.report(gone, { sender, at: now });
}

/** The snapshot, if the sender has another one. A sender who may have none any more is told by an empty tag. */
async function snapshot({
  rights,
  request
}: ExchangeOptions): Promise<Pick<ExchangeAnswer, 'snapshot' | 'snapshotTag'>> {
  if (!rights.known) return {};
  const tagged = await rights.snapshot();
  if (tagged === undefined) return { snapshotTag: '' };
  return tagged.tag === request.snapshotTag
    ? { snapshotTag: tagged.tag }
    : { snapshotTag: tagged.tag, snapshot: tagged.snapshot };
}

async function tablets({ rights }: ExchangeOptions): Promise<Pick<ExchangeAnswer, 'tablets'>> {
  return rights.tablets ? { tablets: await rights.tablets() } : {};
}

const nothing: Given = { streams: [], gone: [], left: [] };
