import { expect, test, type Page } from '@playwright/test';
import { downloadCourseOn } from '../support/course-page';
import { addRule, devices, everythingKept, rule, rules, unpackPhone } from '../support/family-phone';
import { finishLesson, lessonAt } from '../support/lesson';
import { startServer } from '../support/server';
import { untilKept } from '../support/tablet';

const course = 'understanding-games';
const shareKey = { name: 'Weiteres Gerät verbinden' };

/** The first phone shows the code, the second one opens its link. */
async function connect(shows: Page, comes: Page, name: string): Promise<void> {
  await shows.getByRole('button', shareKey).press('Enter');
  await expect(shows.getByRole('img', { name: /^QR-Code mit dem Link/ })).toBeVisible();
  const link = (await shows.getByText(/#join=/).textContent()) ?? '';
  await comes.goto(link.trim());
  await expect(comes.getByRole('heading', { name: 'Mit Ihrer Familie verbinden?' })).toBeVisible();
  expect(comes.url()).not.toContain('join');
  await comes.getByLabel('Wie heißt dieses Gerät?').fill(name);
  await comes.getByRole('button', { name: 'Verbinden', exact: true }).press('Enter');
  // Used, the code goes.
  await expect(shows.getByText(/#join=/)).toHaveCount(0);
}

test('phones of a family share an agreement that nobody else can read, and one of them is shut out', async ({
  browser
}) => {
  const server = await startServer();
  const [first, second, third] = [
    await unpackPhone(browser, { withWorker: true }),
    await unpackPhone(browser),
    await unpackPhone(browser)
  ];
  const phones = [first, second, third];
  const [mum, dad, gran] = [first.page, second.page, third.page];
  const [kinds, signs] = await Promise.all(
    ['game-kinds', 'age-signs'].map((lesson) => lessonAt(server.url, { course, lesson }))
  );
  if (!kinds || !signs) throw new Error('The course has other lessons');

  await test.step('a parent without an account does two lessons and builds an agreement, offline', async () => {
    await mum.goto(`${server.url}/de/courses/${course}`);
    await downloadCourseOn(mum);
    await mum.goto(`${server.url}/de/family`);
    await untilKept(mum, /\/de\/family$/);
    await first.goOffline(true);
    for (const lesson of [kinds, signs]) {
      await mum.goto(`${server.url}/de/courses/${course}/${lesson.id}`);
      await finishLesson(mum, lesson);
    }
    await mum.goto(`${server.url}/de/family`);
    await addRule(mum, 'Kein Handy beim Pfannkuchen.');
    await mum.getByRole('link', { name: 'Weiter zu den Meinungen' }).press('Enter');
    await mum.getByLabel('Wie heißt das Kind?').fill('Mia-Sophie');
    await mum.getByLabel('Wie heißt das Kind?').blur();
    await mum.getByRole('radio', { name: 'Ja' }).first().check({ force: true });
    await mum.getByLabel('Wie heißt dieses Gerät?').fill('Mamas Telefon');
  });

  await test.step('a second phone comes by the code, and both write offline: both show the same', async () => {
    await first.goOffline(false);
    await connect(mum, dad, 'Papas Telefon');
    await expect(rule(dad, 'Kein Handy beim Pfannkuchen.')).toBeVisible();
    await expect(devices(mum)).toHaveCount(2);
    await first.goOffline(true);
    await second.goOffline(true);
    await mum.getByRole('link', { name: '1. Regeln' }).press('Enter');
    await addRule(mum, 'Trampolin vor Tablet.');
    await addRule(dad, 'Abends liest Papa vor.');
    await expect(mum.getByText('sobald Internet da ist').first()).toBeVisible();
    await first.goOffline(false);
    await second.goOffline(false);
    for (const page of [mum, dad]) {
      await expect(async () => {
        await first.lookForNews();
        await second.lookForNews();
        await expect(rules(page).getByRole('listitem')).toHaveCount(3, { timeout: 1000 });
      }).toPass();
    }
    expect(await rules(mum).locator('[data-sentence]').allTextContents()).toEqual(
      await rules(dad).locator('[data-sentence]').allTextContents()
    );
  });

  await test.step('it is printed on the second phone', async () => {
    await dad.getByRole('link', { name: '4. Aufhängen' }).press('Enter');
    await dad.emulateMedia({ media: 'print' });
    await expect(dad.getByRole('article').getByText('Trampolin vor Tablet.')).toBeVisible();
    await expect(dad.getByText('Verbundene Geräte')).toBeHidden();
    await dad.emulateMedia({ media: 'screen' });
    await dad.getByRole('link', { name: '1. Regeln' }).press('Enter');
  });

  await test.step('the week of a further child comes to the second phone', async () => {
    await mum.getByRole('link', { name: 'Unsere Woche öffnen' }).press('Enter');
    await mum.getByRole('button', { name: 'Weiteres Kind' }).press('Enter');
    await expect(mum.getByLabel('Wie heißt das Kind?')).toBeFocused();
    await mum.getByLabel('Wie heißt das Kind?').fill('Ben-Luca');
    await mum.getByRole('button', { name: 'Behalten' }).press('Enter');
    await expect(mum.getByRole('button', { name: 'Ben-Luca' })).toBeFocused();
    await mum.getByRole('button', { name: /^9 Std\. eintragen/ }).press('Enter');
    await mum.getByRole('link', { name: 'Zu unserer Vereinbarung' }).press('Enter');
    await expect(rules(mum)).toBeVisible();
    await dad.getByRole('link', { name: 'Unsere Woche öffnen' }).press('Enter');
    const sleep = dad.getByRole('region', { name: 'Schlaf', exact: true });
    await expect(async () => {
      await second.lookForNews();
      await dad.getByRole('button', { name: 'Ben-Luca' }).press('Enter', { timeout: 1000 });
      await expect(sleep.getByText('9 Std.', { exact: true })).toBeVisible({ timeout: 1000 });
    }).toPass();
    await dad.getByRole('button', { name: 'Mia-Sophie' }).press('Enter');
    await expect(sleep.getByText('9 Std.', { exact: true })).toHaveCount(0);
    await dad.getByRole('link', { name: 'Zu unserer Vereinbarung' }).press('Enter');
    await expect(rules(dad)).toBeVisible();
  });

  await test.step('a third one joins, goes offline and writes; the first shuts the second out', async () => {
    await gran.goto(`${server.url}/de/family#join=AaIhE2dWdpiAgMamzup0gwye`);
    await expect(gran.getByText('Der Link ist nicht vollständig.')).toBeVisible();
    await expect(gran.getByRole('button', shareKey)).toBeVisible();
    await connect(mum, gran, 'Omas Brettchen');
    await expect(rules(gran).getByRole('listitem')).toHaveCount(3);
    await third.goOffline(true);
    await addRule(gran, 'Bei Oma gibt es Kakao.');
    await mum.getByRole('button', { name: 'Entfernen: Papas Telefon' }).press('Enter');
    await mum.getByRole('button', { name: 'Ja, Gerät entfernen' }).press('Enter');
    await expect(mum.getByRole('heading', { name: 'Auf mehreren Geräten' })).toBeFocused();
    await expect(devices(mum)).toHaveText([/Mamas Telefon/, /Omas Brettchen/]);
    await addRule(mum, 'Das liest nur noch Mama.');
  });

  await test.step('the second can read and write nothing new; the third comes back with what it wrote', async () => {
    await addRule(dad, 'Papas letztes Wort.');
    await second.lookForNews();
    await expect(dad.getByText('Dieses Gerät gehört nicht mehr zu Ihrer Familie')).toBeVisible();
    await expect(rule(dad, 'Papas letztes Wort.')).toBeVisible();
    await third.goOffline(false);
    await expect(rule(gran, 'Das liest nur noch Mama.')).toBeVisible();
    await expect(rule(gran, 'Bei Oma gibt es Kakao.')).toBeVisible();
    await expect(async () => {
      await first.lookForNews();
      await expect(rule(mum, 'Bei Oma gibt es Kakao.')).toBeVisible({ timeout: 1000 });
    }).toPass();
    await expect(rule(dad, 'Das liest nur noch Mama.')).toHaveCount(0);
    for (const page of [mum, gran]) await expect(page.getByText('Papas letztes Wort.')).toHaveCount(0);
    for (const page of [mum, gran]) await expect(devices(page)).toHaveText([/Mamas Telefon/, /Omas Brettchen/]);
  });

  await test.step('no word that was typed stands with the server, or in anything that was sent', async () => {
    const typed = [
      'Mia-Sophie',
      'Ben-Luca',
      'Pfannkuchen',
      'Trampolin',
      'liest Papa',
      'Kakao',
      'nur noch Mama',
      'letztes Wort'
    ];
    const named = ['Mamas Telefon', 'Papas Telefon', 'Omas Brettchen', 'join='];
    const kept = everythingKept(server.dataDir);
    expect(kept).toContain('family.sealed');
    for (const word of [...typed, ...named]) {
      expect(kept + server.output(), word).not.toContain(word);
      for (const phone of phones) expect(phone.sent(), word).not.toContain(word);
    }
    expect(second.sent()).toContain('family.sealed');
    const tokens = [...first.sent().matchAll(/"secret":"([^"]+)"/g)].map(([, token]) => token);
    expect(tokens).not.toEqual([]);
    for (const token of tokens) expect(kept + server.output()).not.toContain(token);
  });
  for (const phone of phones) await phone.putAway();
  await server.stop();
});
