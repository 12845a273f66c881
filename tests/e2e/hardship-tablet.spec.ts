import type { Page } from '@playwright/test';
import { asTablet, takeTablet, untilAllArrived, untilKeptOffline, wake } from '../support/club-pages';
import { downloadCourseOn } from '../support/course-page';
import { keptEvents } from '../support/database';
import { openFront } from '../support/front';
import { answer, answerRight, goOn, lessonAt, lessonPath, seeStep } from '../support/lesson';
import { unpackTablet } from '../support/tablet';
import { expect, test } from '../support/test';

const id = 'tap-swipe-scroll';
const year = 365 * 24 * 60 * 60;

test('unsent work outlives a restart and the next person, arrives under the right names, and comes back to a wiped tablet', async ({
  club,
  newBrowser
}) => {
  test.slow();
  const { server, facts } = club;
  const lesson = await lessonAt(server.url, { lesson: id });
  const question = lesson.steps[3];
  if (!question) throw new Error('The lesson has no fourth step');
  const front = await openFront();
  front.stand(server);
  const at = (path: string) => front.url + path;
  const tablet = await unpackTablet();
  const cookie = { name: 'device', value: facts.tabletCookie, url: front.url, httpOnly: true };
  await tablet.page
    .context()
    .addCookies([{ ...cookie, sameSite: 'Lax', expires: Math.ceil(Date.now() / 1000) + year }]);

  await test.step('the tablet is made ready, then there is no server any more', async () => {
    const { page } = tablet;
    await page.goto(at('/de/who'));
    await expect(page.getByRole('button', { name: 'Anna' })).toBeVisible();
    await untilKeptOffline(page);
    await page.goto(at('/de/courses/tablet-basics'));
    await downloadCourseOn(page);
    front.stand(undefined);
  });

  await test.step('Anna answers a question and goes on; then Bernd learns; then the tablet is switched off and on', async () => {
    const { page } = tablet;
    await takes(page, at('/de/who'), 'Anna');
    await page.goto(at(`${lessonPath(id)}#4`));
    await seeStep(page, lesson, 4);
    await answerRight(page, question);
    await goOn(page, { lesson, from: 4 });
    await page.getByRole('button', { name: 'Fertig' }).click();
    await takes(page, at('/de/who'), 'Bernd');
    await page.goto(at(`${lessonPath(id)}#1`));
    await seeStep(page, lesson, 1);
    await goOn(page, { lesson, from: 1 });
    await page.getByRole('button', { name: 'Fertig' }).click();
    await expect(page).toHaveURL(/\/de\/who$/);
    const restarted = await tablet.restart();
    await restarted.goto(at('/de/status'));
    await expect(restarted.getByText('wird übertragen, sobald Internet da ist').first()).toBeVisible();
    expect(keptEvents(server.dataDir, 'step.completed')).toEqual([]);
  });

  await test.step('the server is back: each arrives under the right name, once', async () => {
    front.stand(server);
    await wake(tablet.page);
    await expect.poll(() => keptEvents(server.dataDir, 'step.completed').length, { timeout: 40_000 }).toBe(2);
    const [anna, bernd] = facts.members.map((member) => member.id);
    expect(authors(keptEvents(server.dataDir, 'step.completed'))).toEqual([anna, bernd].sort());
    expect(authors(keptEvents(server.dataDir, 'answer.given'))).toEqual([anna]);
  });

  await test.step('Anna is back: her answer, given without a network, is there', async () => {
    const { page } = tablet;
    await takes(page, at('/de/who'), 'Anna');
    await page.goto(at(`${lessonPath(id)}#4`));
    await seeStep(page, lesson, 4);
    await expect(answer(page, question, right(question))).toHaveAttribute('aria-pressed', 'true');
  });
  await tablet.putAway();
  await front.close();

  await test.step('a wiped tablet, enrolled anew: Anna taps her tile, and everything is back', async () => {
    const page = await asTablet(await newBrowser({ baseURL: server.url }), club);
    await takeTablet(page, 'Anna');
    await expect(page.getByRole('region', { name: lesson.title }).getByText(/Schritt [45] von 9/)).toBeVisible();
    await page.goto(`${lessonPath(id)}#4`);
    await seeStep(page, lesson, 4);
    await expect(answer(page, question, right(question))).toHaveAttribute('aria-pressed', 'true');
    await untilAllArrived(page);
  });
});

async function takes(page: Page, who: string, name: string): Promise<void> {
  await page.goto(who);
  await page.getByRole('button', { name }).click();
  await expect(page.getByText(`${name} lernt`)).toBeVisible();
}

const right = ({ question }: { question?: { choices: readonly { right?: boolean }[] } }): number =>
  Math.max(0, question?.choices.findIndex((choice) => choice.right) ?? 0);

/** Whose each event is; stream and author must say the same. */
function authors(events: readonly { stream: string; by: string }[]): string[] {
  return events.map(({ stream, by }) => {
    const [person, same] = [stream, by].map((name) => name.slice(name.indexOf('/') + 1));
    expect(same).toBe(person);
    return person ?? '';
  });
}
