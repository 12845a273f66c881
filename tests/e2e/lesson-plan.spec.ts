import type { Locator, Page } from '@playwright/test';
import { asStaff, asTablet, openSheet, sheetDialog, takeTablet, wake } from '../support/club-pages';
import { keptEvents } from '../support/database';
import { lessonPath, tap } from '../support/lesson';
import { cutOff } from '../support/outbox';
import { pageSizes } from '../support/paper';
import { expect, test } from '../support/test';

/** Writes a note into the plan that is open. */
async function note(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Notiz schreiben' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(text);
  await dialog.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByText(text, { exact: true })).toBeVisible();
}

test('an evening from its plan to the letter: two trainers’ words, the tablet’s “Heute dran”, a debrief without a network', async ({
  club,
  newBrowser
}) => {
  const { server, facts } = club;
  const plan = `/de/club/meetings/${facts.meeting}/plan`;
  const browser = await newBrowser({ baseURL: server.url });
  const page = await asStaff(browser, club, 'trainer');
  const kept = (type: string) => keptEvents(server.dataDir, type).length;

  await test.step('the trainer plans from the meeting’s list', async () => {
    await openSheet(page);
    await sheetDialog(page).choose('Anna', 'War nicht da');
    await page.getByRole('link', { name: 'Plan', exact: true }).click();
    await expect(page.getByText('Für diesen Termin ist noch nichts geplant.')).toBeVisible();
    await page.getByRole('button', { name: 'Lektionen wählen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /^Lektion 2/ }).click();
    await expect(dialog.getByRole('button', { name: /^Lektion 2/ })).toHaveAttribute('aria-pressed', 'true');
    await dialog.getByRole('button', { name: 'Fertig' }).click();
    await expect.poll(() => kept('lesson.planned')).toBe(1);
  });

  await test.step('the learner’s tablet says what is on today', async () => {
    const tablet = await asTablet(await newBrowser({ baseURL: server.url }), club);
    await takeTablet(tablet, 'Bernd');
    await tablet.goto('/de');
    await expect(tablet.getByRole('region', { name: 'Heute dran' }).getByRole('link')).toHaveCount(1);
    await tablet.goto(`${lessonPath('tap-swipe-scroll')}#4`);
    await tablet.getByRole('button', { name: 'Notiz oder Frage' }).click();
    const dialog = tablet.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Notiz' }).fill('Mit dem Daumen');
    await dialog.getByRole('button', { name: 'Das will ich fragen' }).click();
    await dialog.getByRole('textbox', { name: 'Was möchten Sie wissen?' }).fill('Wie fest?');
    const sent = () => expect(dialog.getByText('„Wie fest?“')).toBeVisible({ timeout: 300 });
    await tap(dialog.getByRole('button', { name: 'Diese Worte mitschicken' }), sent);
    await tap(dialog.getByRole('button', { name: 'Fertig' }), () => expect(dialog).toBeHidden({ timeout: 300 }));
    await expect(tablet.getByText('Mit dem Daumen')).toBeVisible();
    await expect.poll(() => kept('note.written')).toBe(1);

    await tablet.getByRole('banner').getByRole('link', { name: 'Hilfe' }).click();
    const help = tablet.getByRole('dialog');
    const key = (name: string) => help.getByRole('button', { name });
    const there = (name: string) => () => expect(key(name)).toBeVisible({ timeout: 1000 });
    await tap(key('Ich verstehe das nicht'), there('Das ist mir noch nicht klar'));
    await tap(key('Das ist mir noch nicht klar'), there('Rückgängig machen'));
    await expect.poll(() => kept('question.asked')).toBe(2);
    await tap(key('Frage zurücknehmen'), there('Im Treff danach fragen'));
    await tap(key('Im Treff danach fragen'), there('Frage zurücknehmen'));
    await expect.poll(() => kept('question.asked')).toBe(3);
  });

  await test.step('the trainer sees the question, nothing of the note, and says that it is answered', async () => {
    await wake(page);
    const asked = page.getByRole('region', { name: 'Eine Frage aus der Gruppe' });
    await expect(asked).toContainText('„Diesen Schritt verstehe ich nicht.“');
    await expect(asked).toContainText('Bernd');
    await expect(page.getByText('Mit dem Daumen')).toHaveCount(0);
    await asked.getByRole('button', { name: /^Beantwortet/ }).click();
    await expect(asked).toBeHidden();
    await expect(page.getByText('Beantwortet (1)')).toBeVisible();
    await expect.poll(() => kept('question.answered')).toBe(1);
  });

  await test.step('two who write at once have both written', async () => {
    const elsewhere = await newBrowser({ baseURL: server.url });
    const other = await asStaff(elsewhere, club, 'office');
    await other.goto(plan);
    await expect(other.getByRole('button', { name: 'Notiz schreiben' })).toBeVisible();
    const reconnect = await cutOff(elsewhere);
    await note(other, 'Der Beamer steht im Schrank.');
    await note(page, 'Ladekabel mitbringen.');
    await reconnect();
    await wake(other);
    await expect.poll(() => kept('words.written')).toBe(2);
    await wake(page);
    for (const each of [page, other])
      for (const text of ['Der Beamer steht im Schrank.', 'Ladekabel mitbringen.'])
        await expect(each.getByText(text, { exact: true })).toBeVisible();
  });

  await test.step('the debrief takes a few taps, without a network', async () => {
    await page.getByRole('link', { name: 'Rückblick auf den Abend' }).click();
    await expect(page.getByText('Frage 1 von 4')).toBeVisible();
    const reconnect = await cutOff(browser);
    const answer = async (key: Locator) =>
      tap(key, () => expect(key).toHaveAttribute('aria-pressed', 'true', { timeout: 300 }));
    const question = (words: string) => page.getByRole('heading', { name: words });
    const goOn = async (words: string) =>
      tap(page.getByRole('button', { name: /^(Weiter|Fertig)$/ }), () =>
        expect(question(words)).toBeVisible({ timeout: 300 })
      );
    await answer(page.getByRole('button', { name: 'Angefangen' }));
    await goOn('Was war schwer?');
    await answer(page.getByRole('button', { name: 'Fremde Wörter' }));
    await goOn('Wen möchten Sie anrufen?');
    await answer(page.getByRole('button', { name: 'Anna' }));
    await goOn('Was kommt nächstes Mal?');
    await answer(page.getByRole('main').getByRole('list').getByRole('button').first());
    await goOn('Danke. Kommen Sie gut nach Hause.');
    await expect(page.getByText('Alles ist gespeichert, auch ohne Internet.')).toBeVisible();
    expect(kept('call.noted')).toBe(0);
    await reconnect();
    await wake(page);
    await expect.poll(() => [kept('call.noted'), kept('difficulty.named'), kept('lesson.proposed')]).toEqual([1, 1, 1]);
  });

  await test.step('who was away gets a letter with the way to the lesson, on a half sheet', async () => {
    await page.goto(`${plan}/paper`);
    const handout = page.getByRole('article').first();
    await expect(handout.getByRole('listitem').filter({ hasText: 'Aufgabe 1:' }).first()).toBeVisible();
    await expect(handout.getByRole('heading', { name: 'Lösung' })).toBeVisible();
    await page.getByRole('button', { name: 'Brief: Das haben wir gemacht' }).click();
    const letter = page.getByRole('article', { name: 'Brief an Anna' });
    await expect(letter).toContainText('Guten Tag, Anna!');
    await expect(letter.getByRole('img', { name: /^Code zur Lektion/ })).toBeVisible();
    await expect(page.getByRole('article')).toHaveCount(1);
    expect(new Set(pageSizes(await page.pdf({ preferCSSPageSize: true })))).toEqual(new Set(['595 × 842']));
    await page.getByRole('button', { name: 'A5, das halbe Blatt' }).click();
    expect(new Set(pageSizes(await page.pdf({ preferCSSPageSize: true })))).toEqual(new Set(['420 × 595']));
  });

  await test.step('the lesson’s page for trainers is read and fits on one sheet, without a network', async () => {
    await page.getByRole('link', { name: 'Zum Plan' }).click();
    const key = page.getByRole('button', { name: /^Für Lotsinnen und Lotsen/ });
    await expect(key).toBeVisible();
    const reconnect = await cutOff(browser);
    await key.click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('heading', { name: 'So geht es los' })).toBeVisible();
    await dialog.getByRole('link', { name: 'Drucken' }).click();
    await page.getByRole('button', { name: 'Mit dem Handzettel' }).click();
    await expect(page.getByRole('article')).toHaveAccessibleName(/^Für Lotsinnen und Lotsen: /);
    expect(pageSizes(await page.pdf({ preferCSSPageSize: true }))).toEqual(['595 × 842']);
    await reconnect();
  });

  await test.step('the next meeting’s plan has the proposal and whom to call', async () => {
    await page.goto('/de/club');
    await page.getByRole('region', { name: 'Demnächst' }).getByRole('link', { name: /^Plan/ }).click();
    const handed = page.getByRole('region', { name: 'Vom letzten Mal' });
    await handed.getByRole('button', { name: /^Ist angerufen/ }).click();
    await handed.getByRole('button', { name: /^In den Plan/ }).click();
    await expect(handed).toBeHidden();
    await expect(page.getByRole('group', { name: /^Wie weit kamen Sie mit/ })).toHaveCount(1);
  });
});
