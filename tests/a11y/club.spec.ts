import { alive, follow, holds, sampledLocales, test } from '../support/accessible';
import { asTablet, enrolled, signedIn } from '../support/club-pages';
import { tap } from '../support/lesson';
import { setTrainersPin, signInAsTrainer } from '../support/pin';
import { expect } from '../support/test';

for (const locale of sampledLocales) {
  test(`the tablet holds in ${locale}: names, and every page with the band of who learns`, async ({ page, shared }) => {
    await enrolled(page.context(), shared);
    await page.goto(`/${locale}/who`);
    await expect(page.getByRole('button', { name: 'Maria-Magdalena' })).toBeVisible();
    await holds(page);
    await page.getByRole('button', { name: 'Maria-Magdalena' }).click();
    await expect(page.getByRole('complementary')).toContainText('Maria-Magdalena');
    for (const path of [
      '',
      '/courses/tablet-basics',
      '/courses/tablet-basics/tap-swipe-scroll',
      '/status',
      '/enrol',
      '/me',
      '/card'
    ]) {
      await follow(page, `/${locale}${path}`);
      await expect(page.getByRole('complementary')).toContainText('Maria-Magdalena');
      await holds(page);
    }
    await follow(page, `/${locale}/courses/tablet-basics/tap-swipe-scroll`);
    await page.locator('main .note').getByRole('button').click();
    const dialog = page.getByRole('dialog');
    await tap(dialog.getByRole('button').first(), () =>
      expect(dialog.getByRole('textbox')).toHaveCount(2, { timeout: 1000 })
    );
    await holds(page);
  });

  test(`the trainer's pages hold in ${locale}: today, the list with its marks, what stands behind the second key, progress`, async ({
    page,
    club
  }) => {
    const { url } = club.server;
    await signedIn(page.context(), club, 'trainer');
    await page.goto(`${url}/${locale}/club`);
    await expect(page.getByRole('heading', { name: 'Montagsgruppe' }).first()).toBeVisible();
    await holds(page, 'staff');
    await page.goto(`${url}/${locale}/club/prepare`);
    await expect(page.getByRole('main').locator('h2')).toHaveCount(7);
    await holds(page, 'staff');
    await page.goto(`${url}/${locale}/club/meetings/${club.facts.meeting}`);
    const list = page.getByRole('main').getByRole('list').first();
    await list.getByRole('button').first().click();
    await expect(list.getByRole('button').first()).toHaveAttribute('aria-pressed', 'true');
    await holds(page, 'staff');
    await list.getByRole('button').nth(1).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await holds(page, 'staff');
    for (const way of ['', '/debrief', '/paper']) {
      await page.goto(`${url}/${locale}/club/meetings/${club.facts.meeting}/plan${way}`);
      await expect(page.locator('main .notice:visible').first()).toBeVisible();
      await holds(page, 'staff');
    }
    await page.goto(`${url}/${locale}/club/meetings/${club.facts.meeting}/plan`);
    await page.getByRole('button', { name: /^(Womit fangen wir an|Where shall we start)\?$/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('list').getByRole('button').first().click();
    await expect(dialog.getByRole('button', { pressed: true }).first()).toBeVisible();
    await holds(page, 'staff');
    await page.goto(`${url}/${locale}/club/groups/${club.facts.group}`);
    await expect(page.getByText('Maria-Magdalena')).toBeVisible();
    await holds(page, 'staff');
    await follow(page, `/${locale}/club/meetings/${club.facts.meeting}/room`);
    await expect(page.getByRole('region').nth(2)).toBeVisible();
    await holds(page, 'staff');
    for (const path of [
      '/account',
      '/paper-list',
      `/cards/${club.facts.group}`,
      `/cards/${club.facts.group}/${club.facts.members[0]?.id}`
    ]) {
      await page.goto(`${url}/${locale}${path}`);
      await alive(page);
      await holds(page, 'staff');
    }
  });
}

test('the PIN holds in each language: its page, what is not taken, and the lock over the pages', async ({
  page,
  club
}) => {
  test.slow();
  const { url } = club.server;
  await signInAsTrainer(page, club);
  for (const locale of sampledLocales) {
    await page.goto(`${url}/${locale}/account/pin`);
    await alive(page);
    await holds(page, 'staff');
    await page.locator('input[type=password]').fill('123');
    await page.keyboard.press('Enter');
    await holds(page, 'staff');
  }
  await setTrainersPin(page);
  for (const locale of sampledLocales) {
    await page.goto(`${url}/${locale}/account/pin`);
    await alive(page);
    await holds(page, 'staff');
    await page.evaluate(() => localStorage.setItem('digitaltreff.locked', ''));
    await page.goto(`${url}/${locale}/club`);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.locator('input[type=password]').fill('271829');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog').getByRole('status')).not.toBeEmpty();
    await holds(page, 'staff');
    await page.evaluate(() => localStorage.removeItem('digitaltreff.locked'));
  }
});

test('the question after a rest holds', async ({ shared, newBrowser }) => {
  const page = await asTablet(await newBrowser(), shared);
  await page.clock.install();
  await page.goto('/de/who');
  await page.getByRole('button', { name: 'Anna' }).click();
  await expect(page.getByText('Anna lernt')).toBeVisible();
  await page.clock.fastForward('11:00');
  await expect(page.getByRole('dialog', { name: 'Sind Sie noch Anna?' })).toBeVisible();
  await page.clock.resume();
  await holds(page);
});

test('the question what to take along holds', async ({ page, club }) => {
  const { url } = club.server;
  await enrolled(page.context(), club);
  await page.goto(`${url}/de/courses/tablet-basics/tap-swipe-scroll`);
  await alive(page);
  await page.locator('[data-primary]').click();
  await expect(page).toHaveURL(/#2$/);
  await page.goto(`${url}/de/who`);
  await page.getByRole('button', { name: 'Anna' }).click();
  await expect(page.getByRole('dialog', { name: 'Haben Sie das gelernt, Anna?' })).toBeVisible();
  await holds(page);
});

test('the list of a meeting keeps one row a person on a phone', async ({ page, shared }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signedIn(page.context(), shared, 'trainer');
  await page.goto(`/de/club/meetings/${shared.facts.meeting}`);
  const keys = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Maria-Magdalena' }).getByRole('button');
  await expect(keys).toHaveCount(2);
  // Both at one moment: what comes above the list while it loads moves both.
  const [left, right] = await keys.evaluateAll((all) => all.map((key) => key.getBoundingClientRect().top));
  expect(left).toBe(right);
});
