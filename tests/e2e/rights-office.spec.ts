import { expect, test } from '@playwright/test';
import { ask, verdictOn, written } from '../rights/ask';
import { foreignPlanning } from '../rights/foreign-planning';
import { keptEvents, readRows } from '../support/database';
import { send, signIn } from '../support/office-pages';
import { startRightsClub, type RightsServer } from '../support/rights-club';

// One club and one server. Seen from the office of the library; everything else is of the parish hall.
test.describe.configure({ mode: 'default' });

let here: RightsServer;

test.beforeAll(async () => {
  here = await startRightsClub();
});

test.afterAll(() => here.stop());

type Office = 'office' | 'officeHere' | 'officeElsewhere';

const cookieOf = (office: Office): string => `session=${here.club.staff[office].session}`;

/** A page of the office, as it is sent. */
async function page(path: string, office: Office = 'officeHere'): Promise<{ status: number; html: string }> {
  const response = await fetch(`${here.server.url}/de/office${path}`, { headers: { cookie: cookieOf(office) } });
  return { status: response.status, html: await response.text() };
}

/** Presses a key of the office's pages: "success", "failure" (the form says what to mend), or the status of a refusal. */
async function press(
  path: string,
  fields: Readonly<Record<string, string>> | string[][],
  office: Office = 'officeHere'
) {
  const { url } = here.server;
  const response = await fetch(`${url}/de/office/${path}`, {
    method: 'POST',
    headers: { origin: url, accept: 'application/json', cookie: cookieOf(office), 'x-sveltekit-action': 'true' },
    body: new URLSearchParams(fields)
  });
  const answer: { type?: string } = await response.json();
  return response.ok && answer.type !== 'error' ? answer.type : response.status;
}

test('the office of a venue is shown its own and no word of another venue', async () => {
  const { place, other, venues, tablets, staff } = here.club;
  const foreign = [other.group, other.person, venues.parish, tablets.elsewhere.id, staff.elsewhere.id, staff.office.id];
  for (const path of ['', '/venues', '/groups', '/members', '/meetings', '/tablets', '/held', '/staff']) {
    const { status, html } = await page(path);
    expect(status, path).toBe(200);
    // The name of the one who trains there is offered where a group's trainers are chosen; the account is not.
    const unseen =
      path === '/groups' ? foreign.filter((id) => id !== staff.elsewhere.id && id !== staff.office.id) : foreign;
    expect(
      unseen.filter((id) => html.includes(id)),
      path
    ).toEqual([]);
    expect(html, path).not.toMatch(/Gemeindehaus|Zoe/);
  }
  expect((await page('/groups')).html).toContain(place.group);
  expect((await page('/members')).html).toContain(place.person);
  expect((await page('/tablets')).html).toContain(tablets.enrolled.id);
  expect((await page(`/groups/${place.group}`)).status).toBe(200);
});

test('pages of another venue are not there for it, and those for all venues are not its own', async () => {
  const { other } = here.club;
  expect((await page(`/groups/${other.group}`)).status).toBe(404);
  expect((await page(`/members/${other.person}`)).status).toBe(404);
  for (const path of ['/settings', '/barriers', '/guides', '/privacy', '/privacy/trail', '/privacy/sealed']) {
    expect((await page(path)).status, path).toBe(403);
    expect((await page(path, 'office')).status, path).toBe(200);
  }
});

/** The keys of all pages, pressed for what is of another venue, and what comes of it. */
function foreignKeys(): readonly (readonly [string, Readonly<Record<string, string>>, string | number])[] {
  const { place, other, venues, tablets, staff } = here.club;
  const [own, theirs] = [`groups/${place.group}`, `groups/${other.group}`];
  const group = { name: 'Neu', course: '' };
  const anna = { firstName: 'Anna', initial: '', picture: 'tulip' };
  const office = { name: 'Neu', username: 'neu', firstPassword: 'ein langes wort' };
  const tablet = { id: tablets.elsewhere.id };
  return [
    ['venues?/add', { name: 'Neu', address: '' }, 403],
    ['venues?/change', { id: venues.parish, name: 'Neu', address: '' }, 404],
    ['venues?/close', { id: venues.parish }, 404],
    ['venues?/open', { id: venues.parish }, 404],
    ['groups?/add', { ...group, venue: venues.parish }, 'failure'],
    ['groups?/open', { id: other.group }, 404],
    [`${own}?/change`, { ...group, venue: venues.parish }, 'failure'],
    [`${own}?/join`, { member: other.person }, 'failure'],
    [`${own}?/leave`, { member: other.person }, 404],
    [`${theirs}?/change`, { ...group, venue: venues.library }, 404],
    [`${theirs}?/close`, {}, 404],
    [`${theirs}?/open`, {}, 404],
    [`${theirs}?/add`, anna, 404],
    [`${theirs}?/join`, { member: place.person }, 404],
    [`${theirs}?/leave`, { member: other.person }, 404],
    ['members?/add', { ...anna, group: other.group }, 'failure'],
    ['members?/add', { ...anna, group: '' }, 'failure'],
    ['members?/delete', { id: other.person }, 404],
    [`members/${other.person}?/change`, anna, 404],
    [`members/${other.person}?/join`, { group: place.group }, 404],
    [`members/${other.person}?/leave`, { group: other.group }, 404],
    [`members/${place.person}?/join`, { group: other.group }, 404],
    ...foreignPlanning(here.club),
    ['tablets?/code', { tabletName: 'Neu', venue: venues.parish }, 'failure'],
    ['tablets?/revoke', tablet, 404],
    ['tablets?/lost', tablet, 404],
    ['tablets?/restore', tablet, 404],
    ['staff?/add', { ...office, role: 'office' }, 'failure'],
    ['staff?/add', { ...office, role: 'office-of-venues', venues: venues.library }, 'failure'],
    ['staff?/venues', { id: staff.officeHere.id, role: 'office' }, 403],
    ['staff?/venues', { id: staff.officeElsewhere.id, role: 'office' }, 403],
    ...['password', 'disable', 'enable'].flatMap((key) =>
      [staff.office, staff.officeElsewhere, staff.elsewhere].map(
        ({ id }) => [`staff?/${key}`, { id, firstPassword: 'ein langes wort' }, 404] as const
      )
    ),
    ['held?/group', { id: other.group, name: 'Neu', venue: venues.library }, 404],
    ['held?/person', { id: other.person, ...anna, group: place.group }, 404],
    ['held?/remove', { id: other.person }, 404],
    ['held?/keep', { id: other.person }, 404],
    ['settings?/save', { name: 'Neu' }, 403],
    ['privacy?/set', { id: 'people', months: '1' }, 403],
    ['privacy?/apply', {}, 403],
    ['privacy/sealed?/seal', { id: place.person, reason: 'Nein', until: '2030-01-07' }, 403],
    ['barriers?/done', { id: '1' }, 403],
    ['barriers?/reopen', { id: '1' }, 403],
    ['guides?/done', { id: '1' }, 403],
    ['guides?/reopen', { id: '1' }, 403]
  ];
}

test('no key of any page does anything to another venue', async () => {
  const deeds = () => readRows(here.server.dataDir, 'SELECT id, action, subject FROM audit_lines ORDER BY id');
  const before = deeds();
  for (const [path, fields, answer] of foreignKeys())
    expect(await press(path, fields), `${path} ${JSON.stringify(fields)}`).toBe(answer);
  // Every change of the office's rows leaves a line, in its transaction.
  expect(deeds()).toEqual(before);
});

test('the same keys work at its own venue', async () => {
  const { place, venues, tablets } = here.club;
  const anna = { firstName: 'Änne', initial: '', picture: 'owl' };
  const keys: [string, Record<string, string>][] = [
    ['venues?/change', { id: venues.library, name: 'Bücherei', address: 'Am Markt 1' }],
    ['groups?/add', { name: 'Neu', course: '', venue: venues.library }],
    ['members?/add', { ...anna, group: place.group }],
    [`members/${place.person}?/change`, { ...anna, firstName: 'Anna' }],
    ['meetings?/add', { group: place.group, date: '2030-01-07', start: '14:00', end: '16:00' }],
    ['tablets?/code', { tabletName: 'Neu', venue: venues.library }],
    ['tablets?/revoke', { id: tablets.enrolled.id }],
    ['tablets?/restore', { id: tablets.enrolled.id }],
    ['staff?/add', { name: 'Neu', username: 'neu', role: 'trainer', firstPassword: 'ein langes wort' }]
  ];
  for (const [path, fields] of keys) expect(await press(path, fields), path).toBe('success');
});

test('it deletes people of its venue, and nobody who is at another one as well', async () => {
  const { formerMember: bernd, other, place } = here.club;
  const isThere = () => readRows(here.server.dataDir, 'SELECT id FROM members WHERE id = ?', bernd).length === 1;
  expect(await press(`groups/${place.group}?/join`, { member: bernd })).toBe('success');
  expect(await press(`groups/${other.group}?/join`, { member: bernd }, 'office')).toBe('success');
  expect((await page(`/members/${bernd}`)).html).toContain('Löschen kann sie nur die Verwaltung für alle Orte.');
  expect(await press('members?/delete', { id: bernd })).toBe(403);
  expect(isThere()).toBe(true);
  expect(await press(`groups/${other.group}?/leave`, { member: bernd }, 'officeElsewhere')).toBe('success');
  expect(await press('members?/delete', { id: bernd }, 'officeElsewhere')).toBe(404);
  expect(await press('members?/delete', { id: bernd })).toBe('success');
  expect(isThere()).toBe(false);
});

test('what is held back about its people is its decision, and not that of another office', async () => {
  const lost = here.actor('lost device');
  const step = written(lost, { type: 'step.completed', place: here.club.place });
  expect(await verdictOn(here.server.url, lost, step)).toBe('held');
  const all = { group: `lost-device tablet/${here.club.tablets.lost.id}`, id: '' };
  const isKept = () => keptEvents(here.server.dataDir, 'step.completed').some(({ id }) => id === step.id);
  const isWaiting = () =>
    readRows(here.server.dataDir, 'SELECT id FROM held_events WHERE id = ? AND decided_at IS NULL', step.id).length ===
    1;
  expect((await page('/held', 'officeElsewhere')).html).not.toContain(step.id);
  expect((await page('', 'officeElsewhere')).html).not.toContain('Zu prüfen (');
  await press('held?/accept', all, 'officeElsewhere');
  await press('held?/discard', all, 'officeElsewhere');
  expect([isWaiting(), isKept()]).toEqual([true, false]);
  expect((await page('/held')).html).toContain(step.id);
  expect((await page('')).html).toContain('Zu prüfen (1)');
  expect(await press('held?/accept', all)).toBe('success');
  expect([isWaiting(), isKept()]).toEqual([false, true]);
});

/** What the server says live to somebody, as it comes. */
async function listen(office: Office): Promise<{ until(word: string): Promise<string>; stop(): void }> {
  const stop = new AbortController();
  const response = await fetch(`${here.server.url}/api/live?browser=${crypto.randomUUID()}`, {
    headers: { cookie: cookieOf(office) },
    signal: stop.signal
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  return {
    async until(word) {
      for (let last = false; !last && !heard.includes(word);) {
        const next = await reader?.read();
        heard += next?.value ?? '';
        last = next?.done ?? true;
      }
      return heard;
    },
    stop: () => stop.abort()
  };
}

test('live signals tell each office of its own venue alone, and a change of venues counts at once', async () => {
  const { place, other, staff, venues } = here.club;
  const office = here.actor('office');
  const mark = (at: typeof place) =>
    verdictOn(here.server.url, office, written(office, { type: 'attendance.marked', place: at }));
  const [own, theirs] = [`meeting/${place.meeting}`, `meeting/${other.meeting}`];
  const [library, parish] = [await listen('officeHere'), await listen('officeElsewhere')];
  expect([await mark(place), await mark(other)]).toEqual(['yes', 'yes']);
  expect(await parish.until(theirs)).not.toContain(own);
  expect(await library.until(own)).not.toContain(theirs);

  const id = staff.officeElsewhere.id;
  const both = Object.values(venues).map((venue) => ['venues', venue]);
  expect(await press('staff?/venues', [['id', id], ['role', 'office-of-venues'], ...both], 'office')).toBe('success');
  // Told that the club has changed, it asks anew; from then on it hears of both.
  await parish.until('"club":true');
  expect(await mark(place)).toBe('yes');
  expect(await parish.until(own)).toContain(own);
  const moved = here.actor('office of another venue');
  expect(Object.keys((await ask(here.server.url, moved, { cursors: { [own]: 0 } })).streams)).toContain(own);
  expect(await verdictOn(here.server.url, moved, written(moved, { type: 'attendance.marked', place }))).toBe('yes');
  library.stop();
  parish.stop();
});

test('the office of all says in its form which venues somebody looks after, and that person is told', async ({
  browser
}) => {
  const { url } = here.server;
  const signedIn = async (username: string) => {
    const tab = await (await browser.newContext({ baseURL: url })).newPage();
    await signIn(tab, { url, username, secret: 'blaue blume' });
    await expect(tab).not.toHaveURL(/sign-in/);
    return tab;
  };
  const office = await signedIn('office');
  await office.goto('/de/office/staff');
  const row = office.getByRole('listitem').filter({ hasText: 'office-here' });
  await expect(row).toContainText('Verwaltung nur für: Bücherei');
  await row.getByText('Zuständigkeit ändern: office-here').click();
  await row.getByLabel('Aufgabe').selectOption('Verwaltung für alle Orte');
  await expect(row.getByRole('group', { name: 'Für welche Orte?' })).toHaveCount(0);
  await row.getByLabel('Aufgabe').selectOption('Verwaltung nur für bestimmte Orte');
  await row.getByRole('checkbox', { name: 'Bücherei' }).uncheck();
  await send(row.getByRole('button', { name: 'Zuständigkeit speichern' }));
  await expect(row.getByText('Bitte wählen Sie etwas aus.')).toBeVisible();
  await row.getByRole('checkbox', { name: 'Gemeindehaus' }).check();
  await send(row.getByRole('button', { name: 'Zuständigkeit speichern' }));
  await expect(row).toContainText('Verwaltung nur für: Gemeindehaus');

  const limited = await signedIn('office-here');
  await limited.goto('/de/office');
  await expect(limited.getByText('Sie sind zuständig für: Gemeindehaus.')).toBeVisible();
  await expect(
    limited.getByRole('navigation', { name: 'Verwaltung' }).getByRole('link', { name: 'Einstellungen' })
  ).toHaveCount(0);
  await limited.goto('/de/office/groups');
  await expect(limited.getByRole('link', { name: 'Freitag' })).toBeVisible();
  await expect(limited.getByRole('link', { name: 'Montag' })).toHaveCount(0);
});
