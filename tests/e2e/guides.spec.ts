import { asStaff } from '../support/club-pages';
import { openFront } from '../support/front';
import { lessonAt, seeStep, tap } from '../support/lesson';
import { send } from '../support/office-pages';
import { unpackTablet, untilKept } from '../support/tablet';
import { expect, test } from '../support/test';

const title = 'Die Schrift größer machen';

test('a guide is chosen once, read without a network, and what is wrong with it reaches the office', async ({
  club,
  newBrowser
}) => {
  const front = await openFront();
  front.stand(club.server);
  const tablet = await unpackTablet();

  await test.step('without a script every system can be read', async () => {
    const reader = await (await newBrowser({ javaScriptEnabled: false })).newPage();
    await reader.goto(`${front.url}/de/guides`);
    await reader.getByRole('link', { name: title }).click();
    for (const name of ['iPad', 'Android', 'Windows'])
      await expect(reader.getByRole('heading', { level: 2, name })).toBeVisible();
    await expect(reader.getByRole('main').getByRole('button')).toHaveCount(0);
  });

  await test.step('a step that is not understood is said otherwise, and told without a name', async () => {
    const { page } = tablet;
    const easy = await lessonAt(club.server.url, { lesson: 'bigger-and-louder', locale: 'de-simple' });
    const lesson = await lessonAt(club.server.url, { lesson: 'bigger-and-louder' });
    await page.goto(`${front.url}/de/courses/tablet-basics/bigger-and-louder#2`);
    await seeStep(page, lesson, 2);
    await page.getByRole('banner').getByRole('link', { name: 'Hilfe' }).click();
    const dialog = page.getByRole('dialog');
    await tap(dialog.getByRole('button', { name: 'Ich verstehe das nicht' }), () =>
      expect(dialog.getByText(easy.steps[1]?.title ?? '', { exact: true })).toBeVisible({ timeout: 1000 })
    );
    await tap(dialog.getByRole('button', { name: 'Das ist mir noch nicht klar' }), () =>
      expect(dialog.getByText('Kein Name geht mit.', { exact: false })).toBeVisible({ timeout: 1000 })
    );
    await expect(dialog.getByRole('button', { name: 'Rückgängig machen' })).toBeVisible();
    await tap(dialog.getByRole('button', { name: 'Weiterlernen' }), () => expect(dialog).toBeHidden({ timeout: 300 }));
  });

  await test.step('the lesson leads to it, and the device is asked for', async () => {
    const { page } = tablet;
    await page.goto(`${front.url}/de/courses/tablet-basics/bigger-and-louder#7`);
    await page.getByRole('link', { name: `Anleitung: ${title}` }).click();
    await expect(page.getByRole('heading', { level: 2, name: 'Welches Gerät haben Sie?' })).toBeVisible();
    await page.getByText('Ich weiß es nicht').click();
    await expect(page.getByText('Drehen Sie das Gerät um.', { exact: false })).toBeVisible();
    await page.getByRole('button', { name: /^Android/ }).click();
    await expect(page.getByRole('heading', { level: 2, name: 'Android' })).toBeFocused();
    await expect(page.getByText('Schriftgröße', { exact: false })).toBeVisible();
    await expect(page.getByText('Noch nicht am Gerät geprüft.', { exact: false })).toBeVisible();
    await untilKept(page, /\/de\/guides\.json$/, /\/de\/search\.json$/, /\/de\/shell$/);
    await expect.poll(() => page.evaluate(() => localStorage.getItem('digitaltreff.kept'))).not.toBeNull();
  });

  front.stand(undefined);
  const page = await tablet.restart();
  await test.step('without a network it is found, and the device is still known', async () => {
    await page.goto(`${front.url}/de/search#${encodeURIComponent('Schrift größer machen')}`);
    await page.getByRole('link', { name: `Anleitung ${title}` }).click();
    await expect(page.getByRole('heading', { level: 2, name: 'Android' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Welches Gerät haben Sie?' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Anderes Gerät wählen' }).click();
    await page.getByRole('button', { name: /^Windows/ }).click();
    await expect(page.getByText('Textgröße').first()).toBeVisible();
  });

  const says = (text: string) => expect(page.getByText(text, { exact: false })).toBeVisible({ timeout: 1000 });
  const wrong = page.getByRole('button', { name: 'Stimmt nicht mehr' });
  await test.step('that it is wrong is said, taken back and said again without a network', async () => {
    await tap(wrong, () => says('Danke! Gerade ist kein Internet da.'));
    await tap(page.getByRole('button', { name: 'Rückgängig machen' }), () => says('Zurückgenommen.'));
    await tap(wrong, () => says('Danke! Gerade ist kein Internet da.'));
  });

  front.stand(club.server);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect.poll(() => page.evaluate(() => localStorage.getItem('digitaltreff.guides'))).toBeNull();

  await test.step('the office sees it once, deals with it, and takes that back', async () => {
    const office = await asStaff(await newBrowser({ baseURL: club.server.url }), club, 'office');
    await office.goto('/de/office');
    await office.getByRole('link', { name: 'Anleitungen ansehen' }).click();
    const line = office
      .getByRole('main')
      .getByRole('listitem')
      .filter({ hasText: `${title}: Windows` });
    await expect(line).toContainText('1 Mal gemeldet');
    const hard = office.getByRole('region', { name: 'Schritte, die schwer sind' }).getByRole('listitem');
    await expect(hard.filter({ hasText: 'Schritt 2' })).toContainText('1 Mal');
    await send(line.getByRole('button', { name: /^Als erledigt vermerken/ }));
    await expect(line).toContainText('Erledigt am');
    await send(office.getByRole('button', { name: 'Rückgängig machen' }));
    await expect(line.getByRole('button', { name: /^Als erledigt vermerken/ })).toBeVisible();
  });
  await tablet.putAway();
  await front.close();
});
