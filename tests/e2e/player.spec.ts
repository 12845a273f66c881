import { finishLesson, goOn, lessonAt, lessonPath, onward, seeStep, answer, answerRight } from '../support/lesson';
import { expect, inWindow } from '../support/test';

const test = inWindow('no-preference');

const id = 'tap-swipe-scroll';

test('the address #3 opens the third step, and back, forward and reload stay true', async ({ page, shared }) => {
  const lesson = await lessonAt(shared.server.url, { lesson: id });
  await page.goto(`${lessonPath(id)}#3`);
  await seeStep(page, lesson, 3);
  await page.reload();
  await seeStep(page, lesson, 3);
  await page.goto(lessonPath(id));
  await seeStep(page, lesson, 1);
  await goOn(page, { lesson, from: 1 });
  await page.goBack();
  await seeStep(page, lesson, 1);
  await page.goForward();
  await seeStep(page, lesson, 2);
});

test('"Zurück" leads one step back, and from the first step to the course', async ({ page, shared }) => {
  const lesson = await lessonAt(shared.server.url, { lesson: id });
  await page.goto(`${lessonPath(id)}#2`);
  await seeStep(page, lesson, 2);
  const back = page.getByRole('banner').getByRole('link', { name: 'Zurück' });
  await back.click();
  await seeStep(page, lesson, 1);
  await expect(back).toHaveAttribute('href', /\/de\/courses\/tablet-basics$/);
});

test('a double tap on "Weiter" advances exactly one step', async ({ page, shared }) => {
  const lesson = await lessonAt(shared.server.url, { lesson: id });
  await page.goto(lessonPath(id));
  await seeStep(page, lesson, 1);
  await onward(page).dblclick();
  await seeStep(page, lesson, 2);
  await expect(page).toHaveURL(/#2$/);
  await goOn(page, { lesson, from: 2 });
});

test('a new step begins at its title: the focus is on it and the window carries its name', async ({ page, shared }) => {
  const lesson = await lessonAt(shared.server.url, { lesson: id });
  await page.goto(lessonPath(id));
  await seeStep(page, lesson, 1);
  await goOn(page, { lesson, from: 1 });
  const title = lesson.steps[1]?.title ?? '';
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused();
  await expect(page).toHaveTitle(`Schritt 2 von 9 – ${title} – ${lesson.title} – Digitaltreff`);
});

test('a wrong answer gives its reason and a hint, stays changeable, and comes back after a reload', async ({
  page,
  shared
}) => {
  const lesson = await lessonAt(shared.server.url, { lesson: id });
  const step = lesson.steps[3];
  if (!step) throw new Error('The lesson has no fourth step');
  await page.goto(`${lessonPath(id)}#4`);
  await seeStep(page, lesson, 4);
  const wrong = answer(page, step, 0);
  await wrong.click();
  const main = page.getByRole('main');
  await expect(main.getByRole('status').filter({ hasText: 'Noch nicht ganz' })).toContainText(
    'Hier genügt aber ein Tipp neben das Menü.'
  );
  await expect(main.getByText('Ein Hinweis', { exact: false })).toBeVisible();
  await answerRight(page, step);
  await expect(main.getByRole('status').filter({ hasText: 'Richtig' })).toContainText(
    'Alles andere bleibt, wie es war.'
  );
  await expect(wrong).toHaveAttribute('aria-pressed', 'false');
  await expect(main.getByText('Ein Hinweis', { exact: false })).toBeHidden();
  await page.reload();
  await expect(answer(page, step, 2)).toHaveAttribute('aria-pressed', 'true');
});

test('what was ticked on the own device is still ticked after a reload, and goes with whoever ticked it', async ({
  page
}) => {
  await page.goto(`${lessonPath(id)}#8`);
  const boxes = page.getByRole('main').getByRole('checkbox');
  await expect(page.locator('.player.live')).toBeVisible();
  await boxes.nth(1).check();
  await expect.poll(() => page.evaluate(() => localStorage.getItem('digitaltreff.ticked'))).toContain('[1]');
  await page.reload();
  await expect(boxes.nth(1)).toBeChecked();
  await expect(boxes.first()).not.toBeChecked();
  await page.evaluate(() => {
    const kept = localStorage.getItem('digitaltreff.ticked') ?? '';
    localStorage.setItem('digitaltreff.ticked', kept.replace('visitor', 'somebody-else'));
  });
  await page.reload();
  await expect(page.locator('.player.live')).toBeVisible();
  await boxes.first().check();
  await expect(boxes.nth(1)).not.toBeChecked();
  await expect.poll(() => page.evaluate(() => localStorage.getItem('digitaltreff.ticked'))).not.toContain('somebody');
});

test('the shelf leads back to the step where somebody stopped', async ({ page, shared }) => {
  const lesson = await lessonAt(shared.server.url, { lesson: id });
  await page.goto(`${lessonPath(id)}#4`);
  await seeStep(page, lesson, 4);
  await page.getByRole('banner').getByRole('link', { name: 'Hilfe' }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'Aufhören und zum Kurs' }).click();
  await page.getByRole('link', { name: 'Alle Kurse' }).click();
  const card = page.getByRole('region', { name: lesson.title });
  await expect(card.getByText('Schritt 4 von 9')).toBeVisible();
  await card.getByRole('link', { name: 'Weiterlernen' }).click();
  await seeStep(page, lesson, 4);
});

test('a lesson is finished with one finger, and the course says so', async ({ page, shared }) => {
  const lesson = await lessonAt(shared.server.url, { lesson: id });
  await page.goto(lessonPath(id));
  await finishLesson(page, lesson);
  await expect(page).toHaveTitle(/^Geschafft: /);
  await expect(page.getByText(lesson.goal, { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Weiter zu: / })).toBeVisible();
  await page.getByRole('link', { name: 'Zum Kurs' }).click();
  const card = page.getByRole('listitem').filter({ hasText: `Lektion 2: ${lesson.title}` });
  await expect(card.getByText('Geschafft')).toBeVisible();
});
