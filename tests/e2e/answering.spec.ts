import type { Page } from '@playwright/test';
import { plainText, type Lesson } from '../../src/lib/content/lesson';
import { doStep, lessonAt, lessonPath, seeStep, tabTo } from '../support/lesson';
import { expect, inWindow } from '../support/test';

const test = inWindow('no-preference');

/** The words of an order's things as they stand now. */
const standing = (page: Page) => page.locator('.step.current .live li .words > span:first-child').allTextContents();

async function openStep(page: Page, { course, id }: Lesson, number: number): Promise<void> {
  await page.goto(`${lessonPath(id, 'de', course)}#${number}`);
  await expect(page.locator('.step.current .live')).toBeVisible();
}

test('things are ordered and matched with keys, talked about, and done on paper without a script', async ({
  page,
  shared,
  newBrowser
}) => {
  const read = (lesson: string, course: string) => lessonAt(shared.server.url, { lesson, course });
  const [order, match, talk] = await Promise.all([
    read('shock-call', 'safe-online'),
    read('app-permissions', 'safe-online'),
    read('shared-list', 'messages-and-calls')
  ]);
  const [asked, pairs, spoken] = [order.steps[4], match.steps[2], talk.steps[7]];
  if (!asked?.question || !pairs?.question || !spoken?.question) throw new Error('The lessons have other steps');
  const things = asked.question.choices.slice(0, -2).map(({ sentences }) => plainText(sentences));

  await test.step('a thing that is moved keeps the focus, and its place is said', async () => {
    await openStep(page, order, 5);
    const before = await standing(page);
    expect([...before].sort()).toEqual([...things].sort());
    const last = before.at(-1) ?? '';
    const up = page.getByRole('button', { name: `Nach oben ${last}`, exact: true });
    await tabTo(page, up);
    await page.keyboard.press('Enter');
    await expect(up).toBeFocused();
    await expect(up).toHaveAccessibleDescription('Platz 3 von 4');
    await expect(page.getByRole('status').filter({ hasText: 'Jetzt auf Platz 3 von 4.' })).toHaveText(
      `${last} Jetzt auf Platz 3 von 4.`
    );
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    expect(await standing(page)).toEqual(before);
  });

  await test.step('two taps of a trembling hand move it once', async () => {
    const [first = '', second = ''] = await standing(page);
    await page.getByRole('button', { name: `Nach unten ${first}`, exact: true }).dblclick();
    expect((await standing(page)).slice(0, 2)).toEqual([second, first]);
    await page.getByRole('button', { name: 'Rückgängig' }).click();
  });

  await test.step('a wrong order is told one reason and a hint, the right one stays after a reload', async () => {
    await page.getByRole('button', { name: 'Antwort prüfen' }).click();
    await expect(page.getByText('Noch nicht ganz', { exact: true })).toBeVisible();
    await expect(page.getByText('Ein Hinweis:')).toBeVisible();
    await doStep(page, asked);
    expect(await standing(page)).toEqual(things);
    await expect(page.locator('[data-primary]')).toHaveClass(/primary/);
    await page.reload();
    await expect(page.locator('.step.current .reason.right')).toBeVisible();
    expect(await standing(page)).toEqual(things);
  });

  await test.step('pairs are made, made otherwise, taken back, and shown', async () => {
    await openStep(page, match, 3);
    await page.getByRole('button', { name: 'Antwort prüfen' }).click();
    await expect(page.getByText('Es fehlt noch ein Paar.')).toBeVisible();
    const keys = page.locator('.step.current .partners button');
    await keys.nth(0).click();
    await expect(page.getByText('passt zu A:')).toBeVisible();
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await expect(page.getByText('passt zu A:')).toHaveCount(0);
    await doStep(page, pairs);
    await page.evaluate(() => location.assign('#2'));
    await seeStep(page, match, 2);
    await page.evaluate(() => location.assign('#3'));
    await expect(page.locator('.step.current .reason.right')).toBeVisible();
  });

  await test.step('who has talked about it says so with one key', async () => {
    await openStep(page, talk, 8);
    await expect(page.locator('[data-primary]')).not.toHaveClass(/primary/);
    await page.getByRole('button', { name: 'Wir haben darüber gesprochen' }).click();
    await expect(page.locator('[data-primary]')).toHaveClass(/primary/);
  });

  await test.step('on a small screen in the largest text nothing is cut off', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.evaluate(() => (document.documentElement.dataset['text'] = '200'));
    for (const [lesson, number] of [
      [talk, 8],
      [match, 3],
      [order, 5]
    ] as const) {
      await openStep(page, lesson, number);
      await page.evaluate(() => (document.documentElement.dataset['text'] = '200'));
      expect(await page.evaluate(() => document.scrollingElement?.scrollWidth), lesson.id).toBeLessThanOrEqual(320);
    }
    await page.setViewportSize({ width: 1024, height: 768 });
  });

  await test.step('without a script, and on paper, it is done with a pen', async () => {
    const paper = await (await newBrowser({ javaScriptEnabled: false })).newPage();
    await paper.goto(lessonPath(order.id, 'de', order.course));
    for (const thing of things) await expect(paper.getByText(thing, { exact: true })).toBeVisible();
    await expect(paper.locator('.step.order .box').first()).toHaveCSS('border-block-end-style', 'solid');
    await expect(paper.getByText('Zahlen von 1 bis 4 in die Kästchen schreiben.')).toBeVisible();
    await paper.goto(lessonPath(match.id, 'de', match.course));
    await expect(paper.getByText('Den passenden Buchstaben auf jede Linie schreiben.')).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText('Zahlen von 1 bis 4 in die Kästchen schreiben.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Antwort prüfen' })).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
  });
});
