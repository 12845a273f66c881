import { asStaff } from '../support/club-pages';
import { keptEvents } from '../support/database';
import { goOn, lessonAt, lessonPath, seeStep } from '../support/lesson';
import { expect, inWindow } from '../support/test';

const test = inWindow('no-preference');

const wish = 'Ich will meiner Enkelin schreiben';
const other = 'Ich will Fotos machen und zeigen';

test('a wish leads through the lessons, is kept on the device, can be changed and put away', async ({
  page,
  newBrowser,
  shared
}) => {
  await test.step('without a script its lessons can be read', async () => {
    const reader = await (await newBrowser({ javaScriptEnabled: false })).newPage();
    await reader.goto('/de');
    await reader.getByRole('link', { name: wish }).click();
    await expect(reader.getByRole('heading', { level: 1, name: wish })).toBeVisible();
    await expect(reader.getByRole('main').getByRole('listitem')).toHaveCount(6);
    await expect(reader.getByRole('main').getByRole('button')).toHaveCount(0);
  });

  const yours = page.getByRole('region', { name: wish });
  await test.step('it is chosen, and the shelf has it after a reload', async () => {
    await page.goto('/de');
    await page.getByRole('region', { name: 'Womit fangen wir an?' }).getByRole('link', { name: wish }).click();
    await page.getByRole('button', { name: 'Diesen Weg gehen' }).click();
    await expect(page.getByText('Gemerkt. Ihr Weg steht jetzt auf der Seite mit den Kursen.')).toBeVisible();
    await page.goto('/de');
    await expect(yours).toContainText('0 von 6 Lektionen geschafft');
    await expect(yours.getByRole('link', { name: 'Weiter mit: Das Tablet kennenlernen' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Womit fangen wir an?' })).toHaveCount(0);
  });

  await test.step('a finished lesson leads on along the path, not along the course', async () => {
    const lesson = await lessonAt(shared.server.url, { lesson: 'tap-swipe-scroll' });
    const last = lesson.steps.length;
    await page.goto(`${lessonPath(lesson.id)}#${last}`);
    await seeStep(page, lesson, last);
    await goOn(page, { lesson, from: last });
    const onward = page.getByRole('link', { name: 'Ihr Weg geht weiter: Schreiben mit der Bildschirm-Tastatur' });
    await expect(onward).toBeVisible();
    await expect(page.getByRole('link', { name: /^Weiter zu: Größer und lauter/ })).toBeVisible();
    await page.goto('/de');
    await expect(yours).toContainText('1 von 6 Lektionen geschafft');
    await expect(yours.getByRole('link', { name: /^Weiter mit: Schreiben/ })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Schreiben mit der Bildschirm-Tastatur' })).toBeVisible();
  });

  await test.step('it is changed, put away, and taken back', async () => {
    await yours.getByRole('link', { name: 'Weg ansehen oder ändern' }).click();
    await page.getByRole('link', { name: 'Alle Wege ansehen' }).click();
    await expect(page.getByRole('link', { name: wish })).toContainText('Ihr Weg');
    await page.getByRole('link', { name: other }).click();
    await page.getByRole('button', { name: 'Diesen Weg gehen' }).click();
    await page.getByRole('button', { name: 'Weg weglegen' }).click();
    await expect(page.getByText('Was Sie geschafft haben, bleibt.', { exact: false })).toBeVisible();
    await page.getByRole('button', { name: 'Diesen Weg gehen' }).click();
    await page.goto('/de');
    await expect(page.getByRole('region', { name: other })).toContainText('1 von 8 Lektionen geschafft');
  });
});

test('a trainer lays a path over the coming dates, and takes it back', async ({ club, newBrowser }) => {
  const page = await asStaff(await newBrowser({ baseURL: club.server.url }), club, 'trainer');
  const kept = (type: string) => keptEvents(club.server.dataDir, type).length;
  await page.goto(`/de/club/meetings/${club.facts.meeting}/plan`);
  await page.getByRole('button', { name: 'Womit fangen wir an?' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: wish }).click();
  const first = dialog.getByRole('list').first().getByRole('button').first();
  await expect(first).toContainText('Das Tablet kennenlernen');
  await expect(first).toHaveAttribute('aria-pressed', 'true');
  expect(kept('lesson.planned')).toBe(0);
  const dates = await dialog.getByRole('list').first().getByRole('button').count();
  await dialog
    .getByRole('button', { name: /eintragen$/ })
    .first()
    .click();
  await expect(page.getByRole('group', { name: /^Wie weit kamen Sie mit „Das Tablet kennenlernen“/ })).toBeVisible();
  await expect.poll(() => kept('lesson.planned')).toBe(dates);
  await page.getByRole('button', { name: 'Rückgängig machen' }).click();
  await expect(page.getByText('Für diesen Termin ist noch nichts geplant.')).toBeVisible();
  await expect.poll(() => kept('lesson.dropped')).toBe(dates);
});
