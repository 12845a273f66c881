import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { world } from '$lib/base/world';
import { getStore } from '$lib/store/open.server';
import { aStaff } from '../support/club';
import { plansIn } from '../support/query-plans';
import { aDataDir } from '../support/store';
import { officeAddresses } from './office-addresses';
import { fillTown, type Town } from './town';

const root = 'src/routes/[locale=locale]/(staff)/office';
const pages = globSync('**/+page.svelte', { cwd: root }).map((file) => file.replace(/\/?\+page\.svelte$/, ''));

/** Tables that grow with a town's years, by their names and by those that statements give them. */
const growing =
  /^SCAN (events|streams|read_\w+|members|memberships|meetings|audit_\w+|held_events|sessions|consents|[a-z])( |$)/;

/** Pages that read such a table, and why that is right: a town has 2,000 members, not 200,000. */
const readsAll: Readonly<Record<string, RegExp>> = {
  // They count, show or offer everybody.
  '': /^SCAN members /,
  members: /^SCAN members /,
  'members/[member]/merge': /^SCAN members /,
  'groups/[group]': /^SCAN members /,
  'tablets/loans': /^SCAN members /,
  // It looks for a name among everybody.
  'privacy/trail': /^SCAN members /,
  // Of what waits for the office's word, however it names somebody.
  'members/[member]/portrait': /^SCAN held_events$/,
  // Backwards from the newest meeting, and no further than a page of guests.
  guests: /^SCAN meetings USING INDEX meetings_date$/
};

interface Load {
  readonly load?: (event: object) => unknown;
}

/** Has a page's data loaded as for the office of all venues. */
async function loaded(page: string, { address, town, staff }: { address: string; town: Town; staff: string }) {
  const { group, meeting, member, loan } = town;
  const { load }: Load = await import(/* @vite-ignore */ join(process.cwd(), root, page, '+page.server.ts'));
  const url = new URL(`http://localhost/de/office${address}`);
  const actor = { kind: 'staff', staff, role: 'office' };
  const person = { id: staff, name: 'Lena', role: 'office', venues: 'all', mustChange: false };
  const ignored = () => undefined;
  return load?.({
    url,
    params: { locale: 'de', group, meeting, member, loan },
    locals: { actor, person },
    setHeaders: ignored,
    depends: ignored,
    parent: () => Promise.resolve({})
  });
}

test('each page of the office is known to the bench, and none reads a growing table from end to end unasked', async () => {
  const dataDir = aDataDir();
  const town = await fillTown(dataDir, { venues: 2, groups: 4, members: 40, meetings: 40, marks: 400 });
  const addresses = officeAddresses(town);
  expect(Object.keys(addresses).sort()).toEqual(pages.filter((page) => page !== 'members/import/[draft]').sort());

  process.env['DATA_DIR'] = dataDir;
  const store = getStore();
  onTestFinished(() => {
    delete process.env['DATA_DIR'];
    store.close();
  });
  const staff = await aStaff({ store, world, by: 'set-up' }, { username: 'lena', role: 'office' });
  const found: string[] = [];
  for (const [page, address] of Object.entries(addresses)) {
    const plans = await plansIn(store, () => loaded(page, { address, town, staff }));
    const scans = new Set(plans.filter((step) => growing.test(step)));
    for (const step of scans) if (!readsAll[page]?.test(step)) found.push(`${page}: ${step}`);
    if (scans.size === 0 && readsAll[page]) found.push(`${page}: reads no growing table any more`);
  }
  expect(found).toEqual([]);
});
