import { beginSession } from '$lib/access/session.server';
import { addStaff } from '$lib/access/staff.server';
import { world } from '$lib/base/world';
import { openStore } from '$lib/store/open.server';

/** The office at its own pages: forms as a browser without a script sends them. */
export interface Office {
  /** Sends a form, or throws with what the page answered. */
  send(path: string, fields: Readonly<Record<string, string>>): Promise<void>;
  page(path: string): Promise<string>;
}

/** Adds an office account before the server starts, and gives the cookie of its session. */
export async function addOffice(dataDir: string): Promise<string> {
  const store = openStore({ dataDir });
  try {
    const account = { username: 'leitung', name: 'Lena Leitung', password: 'regen auf dem dach', mustChange: false };
    const added = await addStaff({ store, world, by: 'set-up' }, { ...account, role: 'office' });
    if (!added.ok) throw new Error('The name is taken');
    return await beginSession({ store, world }, added.value);
  } finally {
    store.close();
  }
}

export function officeAt(url: string, session: string): Office {
  const headers = { cookie: `session=${session}`, origin: url, accept: 'text/html' };
  return {
    async send(path, fields) {
      const body = new URLSearchParams(fields);
      const response = await fetch(`${url}/de/office${path}`, { method: 'POST', headers, body });
      const text = await response.text();
      if (response.status !== 200) throw new Error(`${path} was answered ${response.status}: ${text.slice(0, 300)}`);
    },
    async page(path) {
      const response = await fetch(`${url}/de/office${path}`, { headers });
      if (!response.ok) throw new Error(`${path} was answered ${response.status}`);
      return response.text();
    }
  };
}
