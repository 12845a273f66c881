import type { Locator, Page } from '@playwright/test';
import { holds } from '../support/accessible';
import { asStaff, asTablet, openSheet, sheetDialog, wake } from '../support/club-pages';
import { keptEvents } from '../support/database';
import { goOn, lessonAt, lessonPath, tap } from '../support/lesson';
import { cutOff } from '../support/outbox';
import { send } from '../support/office-pages';
import { expect, test } from '../support/test';

const id = 'tap-swipe-scroll';
const code = ['Schlüssel', 'Eule', 'Stern', 'Teekanne'];

test('a learner goes on at home by their card, and in the club behind four pictures', async ({
  club,
  newBrowser,
  browserErrors
}) => {
  const { url: baseURL, dataDir } = club.server;
  browserErrors.expect(/status of 4\d\d|ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  const lesson = await lessonAt(baseURL, { lesson: id });
  const anna = club.facts.members.find(({ firstName }) => firstName === 'Anna')?.id;
  const staff = await asStaff(await newBrowser({ baseURL }), club, 'trainer');
  const phones = await newBrowser({ baseURL, viewport: { width: 360, height: 740 } });
  const phone = await phones.newPage();
  const key = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });
  const cards = staff.getByRole('list', { name: 'Karten zum Ausschneiden' });
  const codeOf = async (name: string) =>
    (await cards
      .getByRole('listitem')
      .filter({ hasText: name })
      .getByText(/^\S{3} \S{3} \S{3}$/)
      .textContent()) ?? '';
  const stepsOfAnna = () => keptEvents(dataDir, 'step.completed').filter(({ by }) => by === `person/${anna}`).length;

  const old = await test.step('the trainer makes the cards of a group, for paper', async () => {
    await staff.goto(`/de/club/groups/${club.facts.group}`);
    await staff.getByRole('link', { name: 'Karten und Bilderschloss' }).click();
    await send(key(staff, 'Karten für 5 Personen ohne Karte machen'));
    await expect(cards.getByRole('listitem')).toHaveCount(5);
    await expect(cards.getByRole('img', { name: /QR-Code der Karte von Anna/ })).toBeVisible();
    return codeOf('Anna');
  });

  await test.step('the card opens her place on her own telephone', async () => {
    await phone.goto(`/de/card#${old.replaceAll(' ', '')}`);
    await expect(phone.getByLabel('Code von der Karte')).toHaveValue(old);
    expect(phone.url()).not.toContain('#');
    await tap(key(phone, 'Weiter'), () => expect(phone.getByRole('dialog')).toBeVisible({ timeout: 3000 }));
    const whose = phone.getByRole('dialog', { name: 'Ist das Ihr eigenes Gerät?' });
    await send(whose.getByRole('button', { name: 'Ja, es ist mein Gerät' }));
    await expect(phone.getByText('Anna lernt')).toBeVisible();
    await expect(key(phone, 'Fertig')).toHaveCount(0);
    await phone.goto(lessonPath(id));
    await goOn(phone, { lesson, from: 1 });
    await expect.poll(stepsOfAnna).toBe(1);
  });

  await test.step('signing out without a network keeps what is unsent, and sends it', async () => {
    const again = await cutOff(phones);
    await goOn(phone, { lesson, from: 2 });
    await phone.getByRole('link', { name: 'Anna lernt' }).click();
    await expect(phone.getByText(/Einträge? (ist|sind) noch nicht übertragen/)).toBeVisible();
    await send(key(phone, 'Auf diesem Gerät abmelden'));
    await expect(phone.getByRole('heading', { name: 'Mit meiner Karte anmelden' })).toBeVisible();
    await expect(phone.getByText('Anna')).toHaveCount(0);
    expect(stepsOfAnna()).toBe(1);
    await again();
    await phone.goto('/de/card');
    await expect.poll(stepsOfAnna).toBe(2);
    const { cookies } = await phones.storageState();
    const response = await phones.request.post('/api/sync', { data: {}, failOnStatusCode: false });
    expect([cookies.some(({ name }) => name === 'card'), response.status()]).toEqual([true, 400]);
  });

  await test.step('a replaced card says so, the new one opens', async () => {
    await send(key(staff, 'Karte ersetzen: Anna'));
    await expect(cards.getByRole('listitem')).toHaveCount(1);
    const fresh = await codeOf('Anna');
    for (const typed of [old, fresh]) {
      await phone.getByLabel('Code von der Karte').fill(typed);
      await send(key(phone, 'Weiter'));
      await send(key(phone, 'Nein, nicht mein Gerät'));
      if (typed === old) await expect(phone.getByText('Diese Karte wurde durch eine neue ersetzt')).toBeVisible();
    }
    await expect(phone.getByText('Anna lernt')).toBeVisible();
    await expect(key(phone, 'Fertig')).toBeVisible();
    await send(key(phone, 'Fertig'));
    await expect(phone.getByText('Anna lernt')).toHaveCount(0);
  });

  await test.step('the trainer sets four pictures with her', async () => {
    await staff.getByRole('link', { name: 'Bilderschloss setzen: Anna' }).click();
    for (const name of code) await key(staff, name).click();
    await send(key(staff, 'Diese vier Bilder nehmen'));
    await expect(staff.getByText('Mit Bilderschloss.')).toBeVisible();
  });

  await test.step('the tablet asks for them without a network; after five tries a trainer opens from their own device', async () => {
    const tablets = await newBrowser({ baseURL });
    const tablet = await asTablet(tablets, club);
    await tablet.goto('/de/who');
    const tile = tablet.getByRole('list', { name: 'Menschen dieser Gruppe' }).getByRole('button', { name: 'Anna' });
    await expect(tile).toBeVisible();
    const again = await cutOff(tablets);
    const ask = tablet.getByRole('dialog', { name: 'Ihre vier Bilder, Anna?' });
    const answer = async (names: readonly string[]) => {
      for (const name of names) await key(tablet, name).click();
      await send(ask.getByRole('button', { name: 'Weiter' }));
    };
    await tap(tile, () => expect(ask).toBeVisible({ timeout: 3000 }));
    await answer(['Schlüssel', 'Eule', 'Stern', 'Regenschirm']);
    await expect(ask.getByText('Das waren andere Bilder.')).toBeVisible();
    await answer([...code].reverse());
    await expect(tablet.getByText('Anna lernt')).toBeVisible();
    await send(key(tablet, 'Fertig'));
    await tap(tile, () => expect(ask).toBeVisible({ timeout: 3000 }));
    for (let tries = 0; tries < 5; tries += 1) {
      await answer(['Fahrrad', 'Eule', 'Stern', 'Regenschirm']);
      if (tries < 4) await expect(ask.getByText('0 von 4 Bildern gewählt.')).toBeVisible();
    }
    await expect(ask.getByText('Bitte rufen Sie eine Lotsin')).toBeVisible();
    await send(ask.getByRole('button', { name: 'Zurück' }));
    await tap(tile, () => expect(ask).toBeVisible({ timeout: 3000 }));
    await expect(ask.getByText('Bitte rufen Sie eine Lotsin')).toBeVisible();
    await again();
    await wake(tablet);
    await openSheet(staff);
    const { dialog, ask: open, press } = sheetDialog(staff);
    await open('Bernd');
    await expect(dialog.getByRole('button', { name: 'Bilderschloss öffnen' })).toHaveCount(0);
    await press('Abbrechen');
    await open('Anna');
    await holds(staff, 'staff');
    const lift = dialog.getByRole('button', { name: 'Bilderschloss öffnen' });
    const lifted = dialog.getByText('Anna kommt jetzt 10 Minuten lang ohne die vier Bilder herein.');
    await tap(lift, () => expect(lifted).toBeVisible({ timeout: 300 }));
    await expect(lift).toBeFocused();
    await expect(ask.getByText('Ihr Platz ist offen. Tippen Sie auf „Weiter“.')).toBeVisible();
    await holds(tablet);
    await send(ask.getByRole('button', { name: 'Weiter' }));
    await expect(tablet.getByText('Anna lernt')).toBeVisible();
    expect(keptEvents(dataDir, 'lock.lifted').map(({ data }) => data)).toContain(JSON.stringify({ person: anna }));
    expect(keptEvents(dataDir, 'meeting.opened')).toEqual([]);
  });
});
