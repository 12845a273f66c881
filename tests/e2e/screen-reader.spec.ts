import { examples } from '../../src/lib/practice/examples';
import { alive, tapLink } from '../support/accessible';
import { answerRight, goOn, lessonAt, lessonPath, seeStep } from '../support/lesson';
import { bringReader, heardSince, listen, readThrough } from '../support/screen-reader';
import { knowYourTablet } from '../support/spoken/know-your-tablet';
import { spokenPractices } from '../support/spoken/practices';
import { written } from '../support/spoken';
import { expect, inWindow } from '../support/test';

const test = inWindow('reduce');

test('a lesson is heard as it is meant, step by step', async ({ page, shared }) => {
  const lesson = await lessonAt(shared.server.url, { lesson: 'know-your-tablet' });
  await page.goto(lessonPath(lesson.id));
  await seeStep(page, lesson, 1);
  await bringReader(page);
  expect(lesson.steps.map(({ id }) => id)).toEqual(Object.keys(knowYourTablet.steps));
  for (const [index, step] of lesson.steps.entries()) {
    await seeStep(page, lesson, index + 1);
    if (step.practice) await expect(page.locator('[data-practice]')).toBeVisible();
    // The bars around a step are the same in each of them.
    const part = index === 0 ? page.locator('body') : page.getByRole('main');
    expect.soft(await readThrough(part), step.id).toEqual(written(knowYourTablet.steps[step.id]));
    const answer = knowYourTablet.answers[step.id];
    if (answer) {
      await listen(page);
      await answerRight(page, step);
      await expect.soft.poll(() => heardSince(page), step.id).toEqual(written(answer));
    }
    await goOn(page, { lesson, from: index + 1 });
  }
  expect.soft(await readThrough(page.getByRole('main'))).toEqual(written(knowYourTablet.finish));
});

test('six practices are heard as they are meant: the frame, the screen, and what an act changes', async ({ page }) => {
  await page.goto('/de/practice-examples');
  await alive(page);
  await bringReader(page);
  for (const { name, screen, acts, then } of spokenPractices) {
    expect(examples.map((example) => example.name)).toContain(name);
    await tapLink(page, `/de/practice-examples/${name}`);
    await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
    const practice = page.locator('[data-practice-state="open"]');
    await expect(practice).toBeVisible();
    const frame = practice.getByRole('region', { name: 'Übung – hier kann nichts passieren' });
    expect.soft(await readThrough(frame), name).toEqual(written(screen));
    for (const { control, says } of acts) {
      await listen(page);
      await practice.locator(`[data-control="${control}"]`).press('Enter');
      await expect.soft.poll(() => heardSince(page), `${name}: ${control}`).toEqual(written(says));
    }
    const pretend = practice.getByRole('group', { name: 'Übungs-Bildschirm' });
    if (then) expect.soft(await readThrough(pretend), `${name} then`).toEqual(written(then));
  }
});
