import type { Page } from '@playwright/test';
import type { CourseFile } from '../../src/lib/content/lesson';
import { learnedFile } from '../support/learned';
import { printedPages } from '../support/paper';
import { expect, test } from '../support/test';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('what was learned without a name comes by file and by QR code to other devices, and is read and printed there', async ({
  page,
  newBrowser,
  request,
  browserErrors
}) => {
  browserErrors.expect(/status of 404 .*\/api\/parcel/);
  const course: CourseFile = await (await request.get('/content/de/tablet-basics.json')).json();
  const counted = `Beendete Lektionen: ${course.lessons.length}. Schritte: 0. Notizen: 0.`;

  await test.step('a file is looked at before it is taken over; another one changes nothing', async () => {
    await page.goto('/de/my-learning/move');
    await expect(page.getByText('Auf diesem Gerät ist noch nichts gelernt worden.')).toBeVisible();
    const field = page.getByLabel('Datei einlesen');
    await field.setInputFiles({ name: 'rezept.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
    await expect(page.getByRole('alert').filter({ hasText: 'keine Datei aus „Umziehen“' })).toBeVisible();
    await field.setInputFiles(learnedFile(course));
    const preview = page.getByRole('region', { name: 'Ist das Ihr Lernen?' });
    await expect(preview).toContainText(counted);
    await expect(preview.getByRole('heading')).toBeFocused();
    await button(page, 'Übernehmen').press('Enter');
    await expect(preview.getByRole('status')).toContainText('Übernommen. Sie können hier weiterlernen.');
  });

  await test.step('the passport says what the person can and when they did it, on one sheet', async () => {
    await page.getByRole('link', { name: 'Zu „Mein Lernen“' }).click();
    const sheet = page.getByRole('article', { name: 'Das kann ich' });
    await expect(sheet).toContainText(`${course.lessons[0]?.title}, im Oktober 2026`);
    await expect(sheet.getByRole('heading', { name: 'Sicher sein' })).toBeVisible();
    await page.getByLabel('Name auf dem Papier').fill('Erika Muster');
    await expect(sheet).toContainText('Erika Muster');
    expect(await printedPages(page)).toBe(1);
  });

  await test.step('so does the certificate of the whole course, found on the page of the course', async () => {
    await page.goto('/de/courses/tablet-basics');
    await page.getByRole('link', { name: 'Urkunde ausdrucken' }).click();
    await expect(page.getByRole('article', { name: 'Urkunde' })).toContainText('Beendet: Montag, 12. Oktober 2026');
    expect(await printedPages(page)).toBe(1);
  });

  const other = await (await newBrowser()).newPage();
  await test.step('the code on the screen brings it to another device, once', async () => {
    await page.goto('/de/my-learning/move');
    await button(page, 'QR-Code zeigen').click();
    await expect(page.getByRole('img', { name: 'QR-Code für das neue Gerät' })).toBeVisible();
    const link = await page.getByText(/\/de\/my-learning\/move#parcel=/).innerText();
    await other.goto(link);
    await button(other, 'Jetzt abholen').click();
    await expect(other.getByRole('region', { name: 'Ist das Ihr Lernen?' })).toContainText(counted);
    await button(other, 'Übernehmen').click();
    await expect(other.getByText('Übernommen. Sie können hier weiterlernen.')).toBeVisible();
    await other.goto(link);
    await other.reload();
    await button(other, 'Jetzt abholen').click();
    await expect(other.getByText('Dieser Code ist schon benutzt oder zu alt.', { exact: false })).toBeVisible();
    await other.goto('/de/my-learning');
    await expect(other.getByRole('link', { name: `Urkunde ausdrucken: ${course.title}` })).toBeVisible();
  });

  await test.step('the old device is cleared by a word, and says so', async () => {
    await button(page, 'Mein Lernen löschen').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Löschen' }).click();
    await expect(page.getByText('Gelöscht. Auf diesem Gerät steht nichts mehr davon.')).toBeVisible();
    await page.goto('/de/my-learning');
    await expect(page.getByRole('heading', { name: 'Hier steht bald etwas' })).toBeVisible();
  });
});
