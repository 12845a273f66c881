import { asTablet, takeTablet, wake } from '../support/club-pages';
import { keptEvents } from '../support/database';
import { goOn, lessonAt, lessonPath, seeStep } from '../support/lesson';
import { cutOff } from '../support/outbox';
import { expect, test } from '../support/test';

const id = 'tap-swipe-scroll';
/** As long as an answer takes on a bad line: time enough for two tabs to get into each other's way. */
const badLineMs = 300;

test('two tabs show the same, one of them exchanges at a time, and nothing is sent twice', async ({
  club,
  newBrowser,
  browserErrors
}) => {
  browserErrors.expect(/ERR_INTERNET_DISCONNECTED/);
  const lesson = await lessonAt(club.server.url, { lesson: id });
  const context = await newBrowser({ baseURL: club.server.url });
  // Bodies in clear, so that they can be read on their way.
  await context.addInitScript(() => Reflect.deleteProperty(window, 'CompressionStream'));
  const one = await asTablet(context, club);
  await takeTablet(one, 'Anna');
  const two = await context.newPage();
  const reconnect = await cutOff(context);

  await test.step('without a network, what one tab records is seen in the other', async () => {
    await one.goto(`${lessonPath(id)}#1`);
    await seeStep(one, lesson, 1);
    await two.goto('/de');
    const card = two.getByRole('region', { name: lesson.title });
    for (const from of [1, 2]) {
      await goOn(one, { lesson, from });
      await expect(card.getByText(`Schritt ${from + 1} von 9`)).toBeVisible();
    }
    await card.getByRole('link', { name: 'Weiterlernen' }).click();
    await seeStep(two, lesson, 3);
    await goOn(two, { lesson, from: 3 });
  });

  const sent: string[] = [];
  let [underWay, most] = [0, 0];
  // Watched before the network is back: a tab that tries again by itself is seen as well.
  await context.route('**/api/sync', async (route) => {
    underWay += 1;
    most = Math.max(most, underWay);
    const { events = [] }: { events?: { id: string }[] } = route.request().postDataJSON();
    sent.push(...events.map((event) => event.id));
    const answer = await route.fetch();
    await new Promise((done) => setTimeout(done, badLineMs));
    underWay -= 1;
    await route.fulfill({ response: answer });
  });
  await reconnect();
  await Promise.all([one, two].map(wake));
  await goOn(two, { lesson, from: 4 });
  await expect.poll(() => keptEvents(club.server.dataDir, 'step.completed').length).toBe(4);
  // A third tab looks, so that no exchange of the first two is broken off.
  const status = await context.newPage();
  await status.goto('/de/status');
  await expect(status.getByText('Alles gespeichert und übertragen').first()).toBeVisible();
  expect(most).toBe(1);
  expect(sent.length).toBeGreaterThanOrEqual(4);
  expect(new Set(sent).size).toBe(sent.length);
  await context.unrouteAll({ behavior: 'wait' });
});
