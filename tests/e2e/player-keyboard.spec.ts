import type { Locator } from '@playwright/test';
import { doStep, finishLesson, lessonAt, lessonPath, onward, seeStep, tabTo } from '../support/lesson';
import { expect, inWindow } from '../support/test';

const test = inWindow('no-preference');

test('a whole lesson is done with Tab, Enter and Space alone, its touch practices included', async ({
  page,
  shared
}) => {
  const lesson = await lessonAt(shared.server.url, { lesson: 'tap-swipe-scroll' });
  await page.goto(lessonPath(lesson.id));
  await finishLesson(page, lesson, 'keys');
  await expect(page.getByText(lesson.goal, { exact: true })).toBeVisible();
});

test('a settings practice is done with the keyboard alone', async ({ page, shared }) => {
  const lesson = await lessonAt(shared.server.url, { lesson: 'bigger-and-louder' });
  const step = lesson.steps[2];
  if (!step) throw new Error('The lesson has no third step');
  await page.goto(`${lessonPath(lesson.id)}#3`);
  await seeStep(page, lesson, 3);
  await doStep(page, step, 'keys');
  await expect(page.getByRole('link', { name: 'Weiter zu Schritt 4' })).toBeVisible();
});

test('a story goes on, and one decision back, with the keyboard alone; what was decided second is kept nowhere', async ({
  page,
  shared
}) => {
  const lesson = await lessonAt(shared.server.url, { lesson: 'new-number', course: 'safe-online' });
  const number = lesson.steps.findIndex(({ id }) => id === 'what-first') + 1;
  await page.goto(`${lessonPath(lesson.id, 'de', 'safe-online')}#${number}`);
  await seeStep(page, lesson, number);
  const live = page.locator('.step.current .live');
  const first = live.getByRole('button', { name: 'Ich frage in der Nachricht nach dem Namen.', exact: true });
  const moment = page.getByRole('group', { name: /^Die Antwort kommt sofort/ });
  const second = moment.getByRole('button', { name: 'Ich wähle in Ruhe die alte Nummer.', exact: true });
  const press = async (key: Locator) => {
    await tabTo(page, key);
    await page.keyboard.press('Enter');
  };
  await press(first);
  await expect(live.getByText('Nachfragen ist ein guter Gedanke.')).toBeVisible();
  await expect(moment.getByRole('button')).toHaveCount(4);
  await expect(onward(page)).toHaveClass(/next/);
  await press(second);
  await expect(moment.getByText('Ein echter Lieblingsenkel freut sich über den Anruf.')).toBeVisible();
  await expect(onward(page)).toHaveClass(/primary/);

  await test.step('the first decision is made anew, and leads nowhere', async () => {
    await press(moment.getByRole('button', { name: 'Anders entscheiden' }));
    await expect(moment).toHaveCount(0);
    await expect(first).toBeFocused();
    await expect(first).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(live.getByText('So wissen Sie meist in einer Minute')).toBeVisible();
    await expect(onward(page)).toHaveClass(/primary/);
  });

  await test.step('a reload shows the first decision, and where it leads', async () => {
    await press(first);
    await press(second);
    await expect(second).toHaveAttribute('aria-pressed', 'true');
    await page.reload();
    await expect(first).toHaveAttribute('aria-pressed', 'true');
    await expect(second).toHaveAttribute('aria-pressed', 'false');
  });
});

test('a word of the text is explained with the keyboard alone, and the reader is back at it', async ({
  page,
  shared
}) => {
  const lesson = await lessonAt(shared.server.url, { lesson: 'tap-swipe-scroll' });
  await page.goto(`${lessonPath(lesson.id)}#5`);
  await seeStep(page, lesson, 5);
  const word = page.getByRole('button', { name: 'wischen', exact: true });
  await tabTo(page, word);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'wischen' });
  await expect(dialog).toContainText('Ein Finger gleitet über den Bildschirm.');
  await tabTo(page, dialog.getByRole('button', { name: 'Weiterlernen' }));
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(word).toBeFocused();
  await page.emulateMedia({ media: 'print' });
  await expect(word).toHaveText('wischen');
  await expect(word.locator('span')).toHaveCSS('text-decoration-line', 'none');
});

test('the first Tab on a lesson offers the way past the head', async ({ page, shared }) => {
  const lesson = await lessonAt(shared.server.url, { lesson: 'tap-swipe-scroll' });
  await page.goto(lessonPath(lesson.id));
  await seeStep(page, lesson, 1);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Zum Inhalt springen' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await seeStep(page, lesson, 1);
});
