import * as v from 'valibot';
import { eventSchema, type SyncEvent } from './event';

const entrySchema = v.object({ event: eventSchema, state: v.picklist(['again', 'waiting', 'refused']) });

/**
 * What can still be read of the unsent events of a database that does not open as it should, past the app's own way.
 * As many as come: what cannot be read is left out.
 */
export function readUnsent(name: string): Promise<SyncEvent[]> {
  const found: SyncEvent[] = [];
  return new Promise((resolve) => {
    const opening = indexedDB.open(name);
    // Where there is none, none shall be made.
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onerror = () => resolve(found);
    opening.onsuccess = () => {
      const end = () => {
        opening.result.close();
        resolve(found);
      };
      if (!opening.result.objectStoreNames.contains('outbox')) return end();
      const reading = opening.result.transaction('outbox').objectStore('outbox').openCursor();
      reading.onerror = end;
      reading.onsuccess = () => {
        if (reading.result === null) return end();
        const entry = v.safeParse(entrySchema, reading.result.value);
        if (entry.success) found.push(entry.output.event);
        reading.result.continue();
      };
    };
  });
}

/** Deletes the database with all that is in it: by the person's word only. */
export function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase(name);
    deleting.onsuccess = () => resolve();
    deleting.onerror = () => reject(deleting.error ?? new Error('The database cannot be deleted'));
  });
}
