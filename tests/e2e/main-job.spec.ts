import { rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { untilKeptOffline, wake } from '../support/club-pages';
import { downloadCourseOn } from '../support/course-page';
import { keptEvents } from '../support/database';
import { finishLesson, lessonAt, lessonPath } from '../support/lesson';
import {
  addGroup,
  addMembers,
  addTrainer,
  codeFor,
  enrol,
  firstSignIn,
  planToday,
  setUpOffice
} from '../support/office-pages';
import { newDataDir, startServer } from '../support/server';
import { unpackTablet } from '../support/tablet';
import { expect, test } from '../support/test';

test('a learner finishes a lesson on a club tablet without a network, and the trainer sees it', async ({
  newBrowser
}) => {
  test.setTimeout(180_000);
  const dataDir = newDataDir();
  let server = await startServer({ dataDir });
  const { url, port } = server;
  const lesson = await lessonAt(url, { lesson: 'tap-swipe-scroll' });
  const desk = await (await newBrowser()).newPage();
  const phone = await (await newBrowser({ serviceWorkers: 'allow' })).newPage();
  const tablet = await unpackTablet();

  const first = await test.step('the office sets the club up by the one-time link', async () => {
    await setUpOffice(desk, server.output());
    const password = await addTrainer(desk, { name: 'Luise Lotse', username: 'luise' });
    await addGroup(desk, { name: 'Montagsgruppe', trainer: 'Luise Lotse' });
    await addMembers(desk, ['Anna', 'Bernd']);
    await planToday(desk);
    return password;
  });

  await test.step('a tablet is enrolled by its code and loads the course', async () => {
    await enrol(tablet.page, { url, code: await codeFor(desk, 'Tablet 1') });
    await expect(tablet.page.getByRole('button', { name: 'Anna' })).toBeVisible();
    await untilKeptOffline(tablet.page);
    await tablet.page.goto(`${url}/de/courses/tablet-basics`);
    await downloadCourseOn(tablet.page);
  });

  await test.step('the trainer signs in for the first time and looks at the list', async () => {
    await firstSignIn(phone, { url, username: 'luise', first });
    await phone.goto(`${url}/de/club`);
    await phone.getByRole('link', { name: /^Liste öffnen ?: Montagsgruppe/ }).click();
    await expect(mark(phone, 'Anna')).toHaveAttribute('aria-pressed', 'false');
    await untilKeptOffline(phone);
  });

  await test.step('the server dies, the tablet is switched off and on, and Anna finishes a whole lesson', async () => {
    await server.kill();
    const page = await tablet.restart();
    await page.goto(`${url}/de/who`);
    await page.getByRole('button', { name: 'Anna' }).click();
    await expect(page.getByText('Anna lernt')).toBeVisible();
    await page.goto(url + lessonPath(lesson.id));
    await finishLesson(page, lesson, 'enter');
  });

  await test.step('the trainer marks attendance, without the server too', async () => {
    await mark(phone, 'Anna').click();
    await expect(mark(phone, 'Anna')).toHaveAttribute('aria-pressed', 'true');
    await expect(phone.getByText('1 von 2 sind da')).toBeVisible();
    await expect(phone.getByText('wird übertragen, sobald Internet da ist')).toBeVisible();
  });

  await test.step('the server is back: everything arrives, exactly once', async () => {
    server = await startServer({ dataDir, port });
    await wake(tablet.page);
    await wake(phone);
    await expect.poll(() => keptEvents(dataDir, 'lesson.completed').length, { timeout: 60_000 }).toBe(1);
    await expect.poll(() => keptEvents(dataDir, 'attendance.marked').length, { timeout: 60_000 }).toBe(1);
    for (let round = 0; round < 3; round += 1) await wake(tablet.page);
    await expect(async () => {
      await tablet.page.goto(`${url}/de/status`);
      await expect(tablet.page.getByText('Alles gespeichert und übertragen').first()).toBeVisible({ timeout: 2000 });
    }).toPass();
    const completed = keptEvents(dataDir, 'step.completed');
    expect(completed).toHaveLength(lesson.steps.length);
    expect(keptEvents(dataDir, 'lesson.completed')).toHaveLength(1);
    expect(keptEvents(dataDir, 'practice.completed')).toHaveLength(3);
    expect(keptEvents(dataDir, 'attendance.marked')).toHaveLength(1);
    expect(new Set(completed.map(({ stream }) => stream)).size).toBe(1);
  });

  await test.step('the trainer sees how far Anna has come', async () => {
    await phone.goto(`${url}/de/club`);
    await phone.getByRole('link', { name: /^Fortschritt ansehen ?: Montagsgruppe/ }).click();
    const anna = phone.getByRole('listitem').filter({ hasText: 'Anna' });
    await expect(anna.getByText('1 von 8 Lektionen geschafft')).toBeVisible();
    await expect(phone.getByRole('listitem').filter({ hasText: 'Bernd' })).toContainText('Hat noch nicht angefangen');
  });

  await tablet.putAway();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** The trainer's key of one person: one tap says "Ist da". */
const mark = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Anwesenheit' }).getByRole('button', { name: new RegExp(`^${name}\\b`) });
