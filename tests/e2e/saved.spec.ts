import { readFileSync } from 'node:fs';
import { asStaff, asTablet, inTheMorning, openSheet, rowOf, takeTablet, untilKeptOffline } from '../support/club-pages';
import { goOn, lessonAt, lessonPath, seeStep } from '../support/lesson';
import { copyWaiting, cutOff, refuseAll } from '../support/outbox';
import { expect, test } from '../support/test';

const sent = 'Alles gespeichert und übertragen.';

test('what waits says what it is, for whom, which meeting and whose; "sent" is said only when it was', async ({
  club,
  newBrowser
}) => {
  const page = await asStaff(await newBrowser({ baseURL: club.server.url }), club, 'trainer');
  await openSheet(page);
  const mend = await cutOff(page);
  await rowOf(page, 'Anna').mark.click();
  await expect(page.getByText('Auf diesem Gerät gespeichert.', { exact: false })).toBeVisible();
  await page.goto('/de/status');
  const waiting = page.getByRole('region', { name: 'Was noch wartet' });
  const mark = waiting.getByRole('listitem').filter({ hasText: 'Anwesenheit' });
  await expect(mark).toContainText('Anna B.: ist da');
  await expect(mark).toContainText('Termin: Montagsgruppe');
  await expect(mark).toContainText('Eingetragen von Ihnen');
  await expect(waiting.getByRole('listitem').filter({ hasText: 'Termin geöffnet' })).toBeVisible();
  await expect(waiting.getByRole('button', { name: /löschen/ })).toHaveCount(0);
  await expect(page.getByText(sent)).toHaveCount(0);

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Alles als Datei sichern' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^digitaltreff-\d{4}-\d\d-\d\d\.json$/);
  const file: { note: string; events: { words: string; type: string }[] } = JSON.parse(
    readFileSync(await download.path(), 'utf8')
  );
  expect(file.note).toContain('der Verwaltung');
  expect(file.events.map(({ type }) => type).sort()).toEqual(['attendance.marked', 'meeting.opened']);
  expect(file.events.find(({ type }) => type === 'attendance.marked')?.words).toContain('Anna B.: ist da');

  await mend();
  await page.getByRole('button', { name: 'Jetzt übertragen' }).click();
  await expect(page.getByText(sent)).toBeVisible();
  await expect(waiting).toHaveCount(0);
});

test('what was refused says why; it is tried again, and deleted only after a clear question', async ({
  club,
  newBrowser
}) => {
  const page = await asStaff(await newBrowser({ baseURL: club.server.url }), club, 'trainer');
  await openSheet(page);
  const mend = await refuseAll(page, 'conflict');
  await rowOf(page, 'Anna').mark.click();
  await page.getByRole('link', { name: 'Einträge ansehen' }).click();
  const refused = page.getByRole('region', { name: 'Was Hilfe braucht' });
  await expect(refused.getByRole('listitem')).toHaveCount(2);
  const mark = refused.getByRole('listitem').filter({ hasText: 'Anwesenheit' });
  await expect(mark).toContainText('schon mit anderem Inhalt');

  const ask = mark.getByRole('button', { name: /^Eintrag löschen: Anwesenheit/ });
  const question = page.getByRole('dialog', { name: 'Diesen Eintrag wirklich löschen?' });
  await ask.click();
  await question.getByRole('button', { name: 'Nein, Eintrag behalten' }).click();
  await expect(question).toBeHidden();
  await expect(refused.getByRole('listitem')).toHaveCount(2);
  await expect(ask).toBeFocused();
  await page.keyboard.press('Enter');
  await question.getByRole('button', { name: 'Ja, Eintrag löschen' }).click();
  await expect(refused.getByRole('listitem')).toHaveCount(1);

  await mend();
  await refused.getByRole('button', { name: /^Erneut versuchen: Termin geöffnet/ }).click();
  await expect(refused).toHaveCount(0);
  await expect(page.getByText(sent)).toBeVisible();
});

test('on a shared tablet the next person sees only how much others left waiting', async ({ club, newBrowser }) => {
  const lesson = await lessonAt(club.server.url, { lesson: 'tap-swipe-scroll' });
  const page = await asTablet(await newBrowser({ baseURL: club.server.url }), club);
  await inTheMorning(page, club);
  await takeTablet(page, 'Anna');
  await page.goto(lessonPath('tap-swipe-scroll'));
  await seeStep(page, lesson, 1);
  const mend = await cutOff(page);
  await goOn(page, { lesson, from: 1 });
  await page.goto('/de/status');
  const waiting = page.getByRole('region', { name: 'Was noch wartet' });
  await expect(waiting.getByRole('listitem').filter({ hasText: 'Schritt geschafft' })).toContainText(
    'Eingetragen von Ihnen'
  );
  await page.getByRole('button', { name: 'Fertig' }).click();
  await page.getByRole('button', { name: 'Bernd' }).click();
  await expect(page.getByText('Bernd lernt')).toBeVisible();
  await page.goto('/de/status');
  await expect(waiting.getByText('Einträge sind von anderen Menschen')).toBeVisible();
  await expect(waiting.getByText('Schritt geschafft: 1')).toBeVisible();
  await expect(waiting.getByRole('heading', { level: 3 })).toHaveCount(0);
  await expect(waiting.getByRole('button')).toHaveCount(0);
  await expect(page.getByText('Anna')).toHaveCount(0);
  await mend();
  await page.getByRole('button', { name: 'Jetzt übertragen' }).click();
  await expect(page.getByText(sent)).toBeVisible();
});

test('a trainer sees of each tablet when it was there and what waited on it, also without a network', async ({
  club,
  newBrowser
}) => {
  const lesson = await lessonAt(club.server.url, { lesson: 'tap-swipe-scroll' });
  const tablet = await asTablet(await newBrowser({ baseURL: club.server.url }), club);
  await inTheMorning(tablet, club);
  await takeTablet(tablet, 'Anna');
  await tablet.goto(lessonPath('tap-swipe-scroll'));
  await seeStep(tablet, lesson, 1);
  await refuseAll(tablet, 'conflict');
  await goOn(tablet, { lesson, from: 1 });
  await tablet.goto('/de/status');
  await expect(tablet.getByRole('region', { name: 'Was Hilfe braucht' }).getByRole('listitem')).toHaveCount(2);
  const reported = tablet.waitForRequest((request) => request.postData()?.includes('"left":2') ?? false);
  await tablet.getByRole('button', { name: 'Jetzt übertragen' }).click();
  await (await reported).response();

  const trainer = await asStaff(
    await newBrowser({ baseURL: club.server.url, serviceWorkers: 'allow' }),
    club,
    'trainer'
  );
  await trainer.goto('/de/club');
  const one = trainer.getByRole('region', { name: 'Tablets' }).getByRole('listitem').filter({ hasText: 'Tablet 1' });
  await expect(one).toContainText('Beim letzten Kontakt warteten noch 2 Einträge.');
  await expect(one).toContainText('Letzter Kontakt: ');
  await untilKeptOffline(trainer);
  await club.server.kill();
  await trainer.reload();
  await expect(one).toContainText('warteten noch 2 Einträge');
  await expect(trainer.getByText(/^Stand: /)).toBeVisible();
});

test('300 entries are shown quickly, the newest first, and more on request', async ({ club, newBrowser }) => {
  const page = await asStaff(await newBrowser({ baseURL: club.server.url }), club, 'trainer');
  await openSheet(page);
  await cutOff(page);
  await rowOf(page, 'Anna').mark.click();
  await expect(page.getByText('Auf diesem Gerät gespeichert.', { exact: false })).toBeVisible();
  await page.goto('/de/status');
  await copyWaiting(page, 300);
  const entries = page.getByRole('region', { name: 'Was noch wartet' }).getByRole('listitem');
  await expect(entries).toHaveCount(20);
  const more = page.getByRole('button', { name: 'Mehr anzeigen (noch 282)' });
  const tappedAt = performance.now();
  await more.click();
  await expect(entries).toHaveCount(40);
  expect(performance.now() - tappedAt).toBeLessThan(1500);
});

test('who learns without a name is never told that something was sent', async ({ page, shared }) => {
  const lesson = await lessonAt(shared.server.url, { lesson: 'tap-swipe-scroll' });
  await page.goto(lessonPath('tap-swipe-scroll'));
  await seeStep(page, lesson, 1);
  await goOn(page, { lesson, from: 1 });
  await expect.poll(() => page.evaluate(() => localStorage.getItem('digitaltreff.kept'))).not.toBeNull();
  await page.goto('/de/status');
  await expect(page.getByText('Alles auf diesem Gerät gespeichert.')).toBeVisible();
  await expect(page.getByText('Noch nie übertragen.')).toBeVisible();
  await expect(page.getByText(sent)).toHaveCount(0);
});
