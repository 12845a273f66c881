import { setImmediate } from 'node:timers/promises';
import { lineCounter } from '$lib/audit/trail.server';
import { world } from '$lib/base/world';
import { replayDeletions } from '$lib/privacy/deletion.server';
import { rooms } from '$lib/rooms';
import { getStore } from '$lib/store/open.server';
import { LiveHub } from '$lib/sync/live-hub.server';
import { EventLog } from '$lib/sync/log.server';
import { registry, type Registry } from '$lib/sync/registry';
import { localSignals } from '$lib/sync/signals.server';

export interface ServerSync {
  readonly log: EventLog;
  readonly registry: Registry;
}

const signals = localSignals();
let shared: ServerSync | undefined;

/** The server's one event log with all rooms, opened on the first call. */
export function getServerSync(): ServerSync {
  shared ??= openServerSync();
  return shared;
}

function openServerSync(): ServerSync {
  const [all, store] = [registry(rooms), getStore()];
  const log = new EventLog(store, all, world, signals);
  // A restored backup brings nobody back who was deleted since.
  replayDeletions({ store, world }, log);
  return { registry: all, log };
}

let hub: LiveHub | undefined;

/** The server's one hub of live signals. It ends with the server, so that a restart waits for nobody. */
export function getLiveHub(): LiveHub {
  hub ??= openLiveHub();
  return hub;
}

function openLiveHub(): LiveHub {
  const opened = new LiveHub({
    signals,
    world,
    clubLine: lineCounter(getStore()),
    later(ms, call) {
      const timer = setTimeout(call, ms).unref();
      return () => clearTimeout(timer);
    },
    breathe: () => setImmediate(),
    report: (error) => console.error(error)
  });
  process.once('sveltekit:shutdown', () => opened.close());
  return opened;
}
