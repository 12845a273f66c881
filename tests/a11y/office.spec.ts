import { alive, follow, holds, sampledLocales, test } from '../support/accessible';
import { signedIn } from '../support/club-pages';
import { officeAddresses } from '../load/office-addresses';
import { startServer } from '../support/server';
import { send } from '../support/office-pages';
import { expect } from '../support/test';

/** Pages of the office whose form is sent empty: the errors are part of the page. */
const forms = ['/venues', '/groups', '/members', '/staff', '/tablets'];

for (const locale of sampledLocales) {
  test(`the office holds in ${locale}`, async ({ page, shared }) => {
    test.setTimeout(120_000);
    await signedIn(page.context(), shared, 'office');
    const { group, members, meeting } = shared.facts;
    const here = { group, member: members[0]?.id ?? '', meeting, loan: '', year: Number(meeting.slice(-10, -6)) };
    // Where a tablet is lent home, and where it is not, comes at the end.
    const addresses = Object.entries(officeAddresses(here)).filter(([page]) => !page.startsWith('tablets/loans'));
    const titles = new Set<string>();
    for (const [index, [, address]] of addresses.entries()) {
      const path = `/${locale}/office${address}`;
      if (index > 0) await follow(page, path);
      else await page.goto(path).then(() => alive(page));
      // From the last on: what opens leaves the list, and those before it keep their places.
      for (const closed of (await page.locator('main details:not([open]) > summary').all()).reverse())
        await closed.click();
      await holds(page, 'staff');
      titles.add(await page.title());
    }
    expect(titles.size).toBe(addresses.length);
    // A tablet is lent home and, for the next look, never was.
    await follow(page, `/${locale}/office/tablets/loans`);
    await send(page.locator('form[action="?/lend"] button[type=submit]'));
    const letter = page.locator('main li a[href*="/loans/"]');
    await expect(letter).toBeVisible();
    await holds(page, 'staff');
    await follow(page, (await letter.getAttribute('href')) ?? '');
    await holds(page, 'staff');
    await page.goBack();
    await page.locator('main li details summary').first().click();
    await send(page.locator('li form[action="?/withdraw"] button'));
    await expect(letter).toBeHidden();
  });

  test(`forms of the office that were refused hold in ${locale}`, async ({ page, shared, browserErrors }) => {
    browserErrors.expect(/status of 4\d\d/);
    await signedIn(page.context(), shared, 'office');
    for (const path of forms) {
      await page.goto(`/${locale}/office${path}`);
      await alive(page);
      const sent = page
        .locator('form')
        .filter({ has: page.locator('input[type=text]') })
        .last();
      await sent.locator('input[type=text]').first().fill('');
      await send(sent.locator('button[type=submit]').first());
      await expect(page.locator('[data-error]').first()).toBeVisible();
      await holds(page, 'staff');
    }
  });
}

test('the set-up holds, empty and refused', async ({ page, browserErrors }) => {
  browserErrors.expect(/status of 4\d\d/);
  const server = await startServer();
  const link = /http:\S+\/de\/set-up\?key=\S+/.exec(server.output())?.[0] ?? '';
  await page.goto(link);
  await alive(page);
  await holds(page, 'staff');
  await send(page.getByRole('button', { name: 'Einrichten' }));
  await expect(page.locator('[data-error]').first()).toBeVisible();
  await holds(page, 'staff');
  await server.stop();
});
