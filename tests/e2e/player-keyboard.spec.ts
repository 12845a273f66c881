import { doStep, finishLesson, lessonAt, lessonPath, seeStep, tabTo } from '../support/lesson';
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
