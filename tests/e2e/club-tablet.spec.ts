import { asTablet, takeTablet, untilKeptOffline } from '../support/club-pages';
import { downloadCourseOn } from '../support/course-page';
import { keptEvents } from '../support/database';
import { answer, answerRight, doStep, goOn, lessonAt, lessonPath, seeStep, seeTitle, tap } from '../support/lesson';
import { startServer } from '../support/server';
import { expect, test } from '../support/test';

const id = 'tap-swipe-scroll';

test('the tablet shows the people of today’s group by picture and first name, and nothing else of them', async ({
  shared,
  newBrowser
}) => {
  const page = await asTablet(await newBrowser(), shared);
  await page.goto('/de/who');
  const people = page.getByRole('list', { name: 'Menschen dieser Gruppe' });
  await expect(people.getByRole('button')).toHaveText(['Anna', 'Bernd', 'Christa', 'Erika', 'Maria-Magdalena']);
});

test('a browser that is no club tablet shows no names, and all the same one can learn and refresh', async ({
  page,
  shared
}) => {
  await page.goto('/de/who');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dieses Gerät gehört noch zu keinem Treff');
  await page.getByRole('link', { name: 'Gleich lernen' }).click();
  await expect(page).toHaveURL(/\/de$/);

  await test.step('the questions of a finished lesson come back some days later, and one of its practices', async () => {
    const lesson = await lessonAt(shared.server.url, { lesson: id });
    await page.goto(`${lessonPath(id)}#${lesson.steps.length}`);
    await goOn(page, { lesson, from: lesson.steps.length });
    // Before the days go by, what was finished is in the database, with its own time.
    await page.goto('/de');
    await expect(page.getByText(/1 von \d+ geschafft/).first()).toBeVisible();
    await page.clock.install({ time: Date.now() + 3 * 24 * 3_600_000 });
    await page.goto('/de');
    await page.getByRole('region', { name: 'Auffrischen' }).getByRole('link').click();
    const asked = lesson.steps.filter(({ kind }) => kind === 'question');
    // One practice a day, after the questions.
    for (const step of [...asked, ...lesson.steps.filter(({ practice }) => practice).slice(0, 1)]) {
      await seeTitle(page, step);
      await doStep(page, step);
      await tap(page.getByRole('main').getByRole('button', { name: /^(Weiter zu Nummer \d|Fertig)$/ }), () =>
        expect(page.getByRole('heading', { level: 1, name: step.title })).toBeHidden({ timeout: 300 })
      );
    }
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Fertig für heute');
    await expect(page.getByText(/^Morgen warte/)).toBeVisible();
    await page.goto('/de/review');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Heute wartet nichts');
  });
});

test('"Fertig" hands the tablet on: the next person sees nothing of the first, and each finds their place', async ({
  club,
  newBrowser
}) => {
  const lesson = await lessonAt(club.server.url, { lesson: id });
  const page = await asTablet(await newBrowser({ baseURL: club.server.url }), club);
  const question = lesson.steps[3];
  if (!question) throw new Error('The lesson has no fourth step');
  await takeTablet(page, 'Anna');
  await page.goto(`${lessonPath(id)}#4`);
  await seeStep(page, lesson, 4);
  await answerRight(page, question);
  await page.reload();
  await expect(answer(page, question, 2)).toHaveAttribute('aria-pressed', 'true');
  await goOn(page, { lesson, from: 4 });
  const ticked = () => page.evaluate(() => localStorage.getItem('digitaltreff.ticked'));
  const boxes = page.getByRole('main').getByRole('checkbox');
  await page.evaluate(() => location.assign('#8'));
  await boxes.first().check();
  await expect.poll(ticked).not.toBeNull();
  await page.evaluate(() => location.assign('#5'));
  await seeStep(page, lesson, 5);
  await page.getByRole('button', { name: 'Fertig' }).click();
  await expect(page).toHaveURL(/\/de\/who$/);
  expect(await ticked()).toBeNull();

  await page.getByRole('button', { name: 'Bernd' }).click();
  await expect(page.getByText('Bernd lernt')).toBeVisible();
  await expect(page.getByText('Anna')).toHaveCount(0);
  await expect(page.getByText('Ein guter Anfang')).toBeVisible();
  await page.goto(`${lessonPath(id)}#4`);
  await seeStep(page, lesson, 4);
  await expect(answer(page, question, 2)).toHaveAttribute('aria-pressed', 'false');
  await expect(page.getByText('Richtig', { exact: true })).toHaveCount(0);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain('Anna');

  await page.getByRole('button', { name: 'Fertig' }).click();
  await page.getByRole('button', { name: 'Anna' }).click();
  const card = page.getByRole('region', { name: lesson.title });
  await expect(card.getByText('Schritt 5 von 9')).toBeVisible();
});

test('next week everybody finds their place again, without a network', async ({ club, newBrowser }) => {
  const lesson = await lessonAt(club.server.url, { lesson: id });
  const page = await asTablet(await newBrowser({ baseURL: club.server.url, serviceWorkers: 'allow' }), club);
  await takeTablet(page, 'Anna');
  await page.goto('/de/courses/tablet-basics');
  await downloadCourseOn(page);
  await page.goto(`${lessonPath(id)}#2`);
  await seeStep(page, lesson, 2);
  await page.getByRole('button', { name: 'Fertig' }).click();
  await expect(page).toHaveURL(/\/de\/who$/);
  await untilKeptOffline(page);
  await expect.poll(() => keptEvents(club.server.dataDir, 'place.moved').length).toBeGreaterThan(0);
  await club.server.kill();

  await page.goto('/de/who');
  await page.getByRole('button', { name: 'Anna' }).click();
  const card = page.getByRole('region', { name: lesson.title });
  await expect(card.getByText('Schritt 2 von 9')).toBeVisible();
  await card.getByRole('link', { name: 'Weiterlernen' }).click();
  await seeStep(page, lesson, 2);
});

test('after a rest the tablet asks gently who is there; nothing closes by itself', async ({ club, newBrowser }) => {
  const lesson = await lessonAt(club.server.url, { lesson: id });
  const page = await asTablet(await newBrowser({ baseURL: club.server.url }), club);
  await page.clock.install();
  await takeTablet(page, 'Anna');
  await page.goto(`${lessonPath(id)}#2`);
  await seeStep(page, lesson, 2);
  const asked = page.getByRole('dialog', { name: 'Sind Sie noch Anna?' });
  await page.clock.fastForward('05:00');
  await expect(asked).toBeHidden();
  await page.clock.fastForward('06:00');
  await expect(asked).toBeVisible();
  await page.clock.fastForward('08:00:00');
  await expect(asked).toBeVisible();
  await asked.getByRole('button', { name: 'Ja, ich bin Anna' }).click();
  await expect(asked).toBeHidden();
  await seeStep(page, lesson, 2);
  await page.clock.fastForward('11:00');
  await asked.getByRole('button', { name: 'Nein, jemand anders' }).click();
  await expect(page).toHaveURL(/\/de\/who$/);
  await expect(page.getByText('Anna lernt')).toHaveCount(0);
});

test('somebody new learns without a name, and nothing of it is sent', async ({ club, newBrowser }) => {
  const lesson = await lessonAt(club.server.url, { lesson: id });
  const page = await asTablet(await newBrowser({ baseURL: club.server.url }), club);
  await page.goto('/de/who');
  await page.getByRole('button', { name: 'Ich bin neu' }).click();
  const dialog = page.getByRole('dialog', { name: 'Schön, dass Sie da sind' });
  await dialog.getByRole('button', { name: 'Ohne Namen lernen' }).click();
  await page.goto(lessonPath(id));
  await seeStep(page, lesson, 1);
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/sync'));
  await goOn(page, { lesson, from: 1 });
  await page.goto('/de/status');
  await answered;
  expect(keptEvents(club.server.dataDir, 'step.completed')).toEqual([]);
  await expect(page.getByRole('button', { name: 'Notiz oder Frage' })).toHaveCount(0);
});

test('after 30 days without contact the names are hidden, until the tablet was on the network once', async ({
  club,
  newBrowser
}) => {
  const page = await asTablet(await newBrowser({ baseURL: club.server.url, serviceWorkers: 'allow' }), club);
  await page.goto('/de/who');
  const people = page.getByRole('list', { name: 'Menschen dieser Gruppe' });
  await expect(people.getByRole('button')).toHaveCount(5);
  await untilKeptOffline(page);
  await club.server.kill();
  const contact = Date.now();
  await page.clock.install({ time: contact });
  await page.clock.setFixedTime(contact + 29 * 24 * 3_600_000);
  await page.reload();
  await expect(people.getByRole('button')).toHaveCount(5);

  await page.clock.setFixedTime(contact + 31 * 24 * 3_600_000);
  for (const path of ['/de/who', '/de/club']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Die Namen sind gerade verborgen');
    await expect(page.getByText('Anna')).toHaveCount(0);
  }
  await page.getByRole('button', { name: 'Jetzt verbinden' }).click();
  await expect(page.getByText('Noch kein Internet.', { exact: false })).toBeVisible();

  const { dataDir, port } = club.server;
  const again = await startServer({ dataDir, port });
  await page.goto('/de/who');
  await expect(people.getByRole('button')).toHaveCount(5);
  await again.stop();
});

test('what somebody learned without a name is theirs when they say so, and is offered to each person once', async ({
  club,
  newBrowser
}) => {
  const lesson = await lessonAt(club.server.url, { lesson: id });
  const page = await asTablet(await newBrowser({ baseURL: club.server.url }), club);
  await page.goto(lessonPath(id));
  await goOn(page, { lesson, from: 1 });
  await goOn(page, { lesson, from: 2 });
  const tile = (name: string) =>
    page.getByRole('list', { name: 'Menschen dieser Gruppe' }).getByRole('button', { name });
  const asks = (name: string) => page.getByRole('dialog', { name: `Haben Sie das gelernt, ${name}?` });

  await page.goto('/de/who');
  await tile('Bernd').click();
  await expect(asks('Bernd')).toContainText('2 Schritte');
  await asks('Bernd').getByRole('button', { name: 'Nein, das war ich nicht' }).click();
  await expect(page.getByText('Ein guter Anfang')).toBeVisible();
  await page.getByRole('button', { name: 'Fertig' }).click();
  await tile('Bernd').click();
  await expect(page.getByText('Bernd lernt')).toBeVisible();
  await page.getByRole('button', { name: 'Fertig' }).click();

  await tile('Anna').click();
  await expect(asks('Anna')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(asks('Anna')).toBeHidden();
  await tap(tile('Anna'), () => expect(asks('Anna')).toBeVisible({ timeout: 3000 }));
  await asks('Anna').getByRole('button', { name: 'Ja, das war ich' }).click();
  await expect(page.getByRole('region', { name: lesson.title }).getByText('Schritt 3 von 9')).toBeVisible();
  await expect.poll(() => keptEvents(club.server.dataDir, 'step.completed').length).toBe(2);
  const anna = club.facts.members.find(({ firstName }) => firstName === 'Anna')?.id;
  expect(keptEvents(club.server.dataDir, 'step.completed').map(({ by }) => by)).toEqual([
    `person/${anna}`,
    `person/${anna}`
  ]);

  await page.getByRole('button', { name: 'Fertig' }).click();
  await tile('Christa').click();
  await expect(page.getByText('Christa lernt')).toBeVisible();
});
