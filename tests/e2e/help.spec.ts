import { expect, test } from '@playwright/test';
import { startServer } from '../support/server';
import { unpackTablet, untilKept } from '../support/tablet';

test('with the server killed: five steps, the address of the state, the page on paper, a card, and the search', async () => {
  const server = await startServer();
  const tablet = await unpackTablet();
  await tablet.page.goto(`${server.url}/de/courses/tablet-basics`);
  await untilKept(tablet.page, /\/de\/help\.json$/, /\/de\/games\.json$/);
  await server.kill();
  const page = await tablet.restart();
  const here = page.getByRole('region', { name: 'Hier hilft man Ihnen' });

  await test.step('the foot leads to the case, and the case to five steps with a call', async () => {
    await page.goto(`${server.url}/de`);
    await page.getByRole('contentinfo').getByRole('link', { name: 'Hilfe, wenn etwas passiert ist' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ist etwas passiert?');
    await page.getByRole('link', { name: /^Geld ist weg/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Geld ist weg');
    await expect(page.getByRole('main').getByRole('list').first().getByRole('heading')).toHaveCount(5);
    const call = page.getByRole('link', { name: '116 116 anrufen' }).first();
    await expect(call).toHaveAttribute('href', 'tel:116116');
  });

  await test.step('the state is chosen once, and stays after a restart', async () => {
    await expect(here.getByRole('heading', { name: 'Verbraucherzentrale', exact: true })).toBeVisible();
    await expect(here.getByRole('heading', { name: 'Verbraucherzentrale Bayern' })).toHaveCount(0);
    await page.getByLabel('In welchem Bundesland wohnen Sie?').selectOption('Bayern');
    await expect(here.getByRole('heading', { name: 'Verbraucherzentrale Bayern' })).toBeVisible();
    await expect(here.getByText('Verbraucherzentrale Hessen')).toHaveCount(0);
    await page.reload();
    await expect(here.getByRole('heading', { name: 'In Bayern' })).toBeVisible();
    await page.goto(`${server.url}/de/help`);
    await page.getByLabel('Worum geht es?').selectOption('Zu viel Spielen');
    await expect(here.getByRole('heading', { name: 'Suchthilfe in Bayern', exact: false })).toBeVisible();
    await expect(here.getByRole('heading', { name: 'Sperr-Notruf' })).toHaveCount(0);
  });

  await test.step('on paper stand the steps and the addresses, and no keys for the screen', async () => {
    await page.goto(`${server.url}/de/help/money`);
    await expect(here.getByRole('heading', { name: 'In Bayern' })).toBeVisible();
    await page.evaluate(() => (window.print = () => document.body.setAttribute('data-printed', '')));
    const print = page.getByRole('button', { name: 'Diese Seite drucken' });
    await print.click();
    await expect(page.locator('body[data-printed]')).toHaveCount(1);
    await page.emulateMedia({ media: 'print' });
    await expect(print).toBeHidden();
    await expect(page.getByLabel('In welchem Bundesland wohnen Sie?')).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Rufen Sie Ihre Bank an' })).toBeVisible();
    await expect(
      page
        .getByRole('paragraph')
        .filter({ hasText: /^116\s116 anrufen$/ })
        .first()
    ).toBeVisible();
    await expect(here.getByRole('heading', { name: 'Verbraucherzentrale Bayern' })).toBeVisible();
    await page.emulateMedia({ media: 'screen' });
  });

  await test.step('the search finds it by what people call it, and a card by its genre', async () => {
    await page.goto(`${server.url}/de/search#betrogen`);
    await page
      .getByRole('main')
      .getByRole('link', { name: /Hilfe.*Geld ist weg/ })
      .click();
    await expect(page).toHaveURL(/\/de\/help\/money$/);
    await page.goto(`${server.url}/de/games`);
    await page.getByRole('link', { name: /^Bauen und gestalten/ }).click();
    await expect(page.getByRole('region', { name: 'Drei Fragen an Ihr Kind' }).getByRole('listitem')).toHaveCount(3);
    await page.goto(`${server.url}/de/games/before-buying`);
    await expect(page.getByRole('checkbox')).toHaveCount(12);
  });

  await test.step('talk cards are three sheets to cut out, one for each age', async () => {
    await page.goto(`${server.url}/de/games`);
    await page.getByRole('link', { name: /^Karten zum Reden/ }).click();
    await expect(page.getByRole('region', { name: 'Ab 8 Jahren' }).getByRole('listitem')).toHaveCount(6);
    await page.emulateMedia({ media: 'print' });
    const paper = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(3);
    await page.emulateMedia({ media: 'screen' });
  });
  await tablet.putAway();
});
