import { world } from '$lib/base/world';
import { rooms } from '$lib/rooms';
import { getStore } from '$lib/store/open.server';
import { EventLog } from '$lib/sync/log.server';
import { registry, type Registry } from '$lib/sync/registry';

export interface ServerSync {
  readonly log: EventLog;
  readonly registry: Registry;
}

let shared: ServerSync | undefined;

/** The server's one event log with all rooms, opened on the first call. */
export function getServerSync(): ServerSync {
  shared ??= openServerSync();
  return shared;
}

function openServerSync(): ServerSync {
  const all = registry(rooms);
  return { registry: all, log: new EventLog(getStore(), all, world) };
}
