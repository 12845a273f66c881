import type { Page } from '@playwright/test';
import ICAL from 'ical.js';
import { asStaff } from '../support/club-pages';
import { send } from '../support/office-pages';
import { expect, test } from '../support/test';

/** The week before Labour Day of next year, that day, and the week after: one weekday, a holiday in the middle. */
const year = new Date().getFullYear() + 1;
const [before, holiday, after] = [`${year}-04-24`, `${year}-05-01`, `${year}-05-08`];

const spoken = (date: string): string =>
  new Intl.DateTimeFormat('de-DE', { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(date));

async function planSeries(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Mehrere Termine planen' }).click();
  await page.getByLabel('Erster Termin').fill(before);
  await page.getByLabel('Beginn').fill('14:00');
  await page.getByLabel('Ende').fill('16:00');
  await page.getByLabel('Wie viele Termine?').fill('2');
  await send(page.getByRole('button', { name: 'Tage anzeigen' }));
  const days = page.getByRole('group', { name: 'Angekreuzte Termine werden geplant' });
  await expect(days.getByRole('checkbox')).toHaveCount(3);
  await expect(days.getByRole('checkbox', { name: `${spoken(holiday)} Feiertag: Tag der Arbeit` })).not.toBeChecked();
  await expect(days.getByRole('checkbox', { name: spoken(after) })).toBeChecked();
  await send(page.getByRole('button', { name: 'Diese Termine planen' }));
  await expect(page.getByText('Die Termine sind geplant: Montagsgruppe.')).toBeVisible();
}

async function openMeeting(page: Page, date: string): Promise<void> {
  await page.goto(`/de/office/meetings?from=${before}`);
  await page.getByRole('link', { name: `Ändern oder absagen: Montagsgruppe, ${spoken(date)}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Montagsgruppe' })).toBeVisible();
}

/** What a calendar program reads at an address. */
async function eventsAt(address: string): Promise<ICAL.Event[]> {
  const answer = await fetch(address);
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

test('the office plans a series around a holiday, moves and cancels, and a calendar and a poster say so', async ({
  club,
  newBrowser
}) => {
  const context = await newBrowser({ baseURL: club.server.url });
  const page = await asStaff(context, club, 'office');
  await page.goto('/de/office/meetings');
  await planSeries(page);

  await openMeeting(page, before);
  await page.getByLabel('Datum').fill(`${year}-04-25`);
  await send(page.getByRole('button', { name: 'Verschieben', exact: true }));
  await expect(page.getByText(`Verschoben. Geplant war ${spoken(before)}.`)).toBeVisible();
  await openMeeting(page, after);
  await page.getByLabel('Grund').fill('Die Bücherei ist zu.');
  await send(page.getByRole('button', { name: 'Absagen', exact: true }));
  await expect(page.getByText('Grund: Die Bücherei ist zu.')).toBeVisible();

  await page.goto('/de/office/meetings/calendar');
  await page.getByLabel('Welche Termine?').selectOption({ label: 'Gruppe: Montagsgruppe' });
  await send(page.getByRole('button', { name: 'Adresse machen' }));
  const address = await page.getByLabel('Adresse', { exact: true }).inputValue();
  const planned = (await eventsAt(address)).filter(({ uid }) => uid.includes(`.${year}-`));
  expect(
    planned.map(({ uid, startDate, sequence, component }) => [
      uid.includes(before) ? 'moved' : uid.includes(after) ? 'cancelled' : uid,
      startDate.toJSDate().toISOString(),
      sequence,
      component.getFirstPropertyValue('status')
    ])
  ).toEqual([
    ['moved', `${year}-04-25T12:00:00.000Z`, 1, 'CONFIRMED'],
    ['cancelled', `${after}T12:00:00.000Z`, 1, 'CANCELLED']
  ]);
  await send(page.getByRole('button', { name: /^Sperren: Gruppe: Montagsgruppe/ }));
  await expect(page.getByText('Die Adresse ist gesperrt: Montagsgruppe.')).toBeVisible();
  expect((await fetch(address)).status).toBe(404);
  await send(page.getByRole('button', { name: 'Rückgängig machen' }));
  await expect(page.getByText('Die Adresse gilt wieder: Montagsgruppe.')).toBeVisible();
  expect((await eventsAt(address)).length).toBeGreaterThan(2);

  await page.goto(`/de/office/meetings/poster?of=group/${club.facts.group}`);
  const sheet = page.getByRole('article');
  await expect(sheet.getByRole('heading', { name: 'Montagsgruppe' })).toBeVisible();
  await expect(sheet.getByText(spoken(after)).locator('..')).toContainText('fällt aus');
  await expect(sheet.getByRole('img', { name: /^Mit dem Telefon aufnehmen/ })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Drucken' })).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
  await expect(sheet).toBeVisible();
});

test('a trainer sees in the club and in the own calendar that next week is cancelled; a full group has a waiting list', async ({
  club,
  newBrowser
}) => {
  const desk = await asStaff(await newBrowser({ baseURL: club.server.url }), club, 'office');
  await desk.goto('/de/office/meetings');
  await desk
    .getByRole('link', { name: /^Ändern oder absagen: Montagsgruppe/ })
    .nth(1)
    .click();
  await desk.getByLabel('Grund').fill('Die Heizung ist kaputt.');
  await send(desk.getByRole('button', { name: 'Absagen', exact: true }));
  await expect(desk.getByText('Der Termin ist abgesagt')).toBeVisible();
  const trainer = await asStaff(await newBrowser({ baseURL: club.server.url }), club, 'trainer');
  await trainer.goto('/de/club');
  const coming = trainer.getByRole('region', { name: 'Demnächst' });
  await expect(coming.getByText('Fällt aus')).toBeVisible();
  await expect(coming.getByText('Grund: Die Heizung ist kaputt.')).toBeVisible();
  await trainer.goto('/de/account');
  await send(trainer.getByRole('button', { name: 'Adresse machen' }));
  const own = await eventsAt(await trainer.getByLabel('Adresse', { exact: true }).inputValue());
  expect(own.map(({ description }) => description)).toContain('Grund: Die Heizung ist kaputt.');

  await desk.goto(`/de/office/groups/${club.facts.group}`);
  await desk.getByLabel('Wie viele Plätze?').fill(String(club.facts.members.length));
  await send(desk.getByRole('button', { name: 'Änderung speichern' }));
  await expect(desk.getByText('Alle Plätze sind besetzt.')).toBeVisible();
  await desk.getByLabel('Vorname').fill('Wanda');
  await send(desk.getByRole('button', { name: 'Auf die Warteliste' }).first());
  await expect(desk.getByText('Wanda steht auf der Warteliste.')).toBeVisible();
  await send(desk.getByRole('button', { name: 'Wanda in die Gruppe aufnehmen' }));
  await expect(desk.getByText('Wanda ist jetzt in der Gruppe.')).toBeVisible();
  await expect(desk.getByText('Niemand wartet.')).toBeVisible();
});
