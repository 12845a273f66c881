import { readdirSync, readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { tap } from './lesson';

/** Whatever looks at a page as it stands now. */
type Look = (page: Page) => Promise<void>;

/** The courses for parents. */
export const parentsCourses = ['understanding-games', 'money-time-rules', 'parental-controls'] as const;

/** The lessons of a course that are written in a language, in order. */
export function lessonsWrittenIn(locale: string, course: string): string[] {
  const folder = `content/courses/${course}`;
  return readdirSync(folder)
    .filter((name) => /^\d\d-/.test(name) && readdirSync(`${folder}/${name}`).includes(`${locale}.md`))
    .sort()
    .map((name) => /^id: (\S+)$/m.exec(readFileSync(`${folder}/${name}/lesson.yaml`, 'utf8'))?.[1] ?? name);
}

/** Pages that the content has one of for each of something: `/help/money`, `/games/building` … */
export const aidPages = (kind: 'sos' | 'games'): string[] =>
  readdirSync(`content/help/${kind}`)
    .sort()
    .map((name) => `/${kind === 'sos' ? 'help' : 'games'}/${name}`);

/** Goes through the four steps of the agreement, in any language, and looks at each with something in it; then at the code. */
export async function lookAtAgreement(page: Page, locale: string, look: Look): Promise<void> {
  await page.goto(`/${locale}/family`);
  const main = page.getByRole('main');
  await main.locator('#theme-places summary').click();
  await main.locator('#theme-places').getByRole('button').first().click();
  await expect(main.locator('[data-sentence]')).toHaveCount(1);
  await look(page);

  await leadsTo(page, '#views');
  const views = main.locator('[role="group"]').filter({ has: page.getByRole('radio') });
  await expect(views).toHaveCount(2);
  await views.first().getByRole('radio').last().check({ force: true });
  await expect(views.first().getByRole('textbox')).toBeVisible();
  await look(page);
  for (const side of await views.all()) await side.getByRole('radio').first().check({ force: true });
  await expect(main.locator('.counts')).toBeVisible();
  await look(page);

  await leadsTo(page, '#sign');
  await look(page);
  const form = main.locator('form').filter({ has: page.locator('[name="child-signs"]') });
  await form.getByRole('textbox').fill('Mia');
  await form.locator('[type="submit"]').click();
  await expect(main.locator('[name="child-signs"]')).toHaveCount(0);
  await look(page);

  await leadsTo(page, '#hang');
  await main.locator('[name="languages"]').last().check({ force: true });
  await expect(main.getByRole('article').locator('[lang]')).not.toHaveCount(0);
  await main.locator('.history summary').click();
  await look(page);

  const share = main.locator('section[aria-labelledby="family-share"]');
  await tap(share.getByRole('button').last(), () => expect(share.getByRole('img').first()).toBeVisible());
  await look(page);
}

/** The key to the next step of the agreement, not the one in the list of steps. */
async function leadsTo(page: Page, hash: string): Promise<void> {
  const key = page.locator(`main .next a[href="${hash}"]`);
  await tap(key, () => expect(page).toHaveURL(new RegExp(`${hash}$`), { timeout: 1000 }));
}

/** Looks at a week with a time in it, in any language, with all of it open, and while another child comes in. */
export async function lookAtWeek(page: Page, locale: string, look: Look): Promise<void> {
  await page.goto(`/${locale}/family/week`);
  const main = page.getByRole('main');
  await main.locator('section[aria-labelledby="week-sleep"]').getByRole('button').last().click();
  await expect(main.locator('section[aria-labelledby="week-sleep"]').getByRole('button')).toHaveCount(2);
  for (const fold of await main.locator('details > summary').all()) await fold.click();
  await look(await atItsEnd(page));
  await main.locator('[data-child-key="add"]').click();
  await main.locator('[name="child"]').fill('Ida');
  await look(await atItsEnd(page));
  await main.locator('form [type="submit"]').click();
  await expect(main.getByRole('button', { name: 'Ida', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await look(await atItsEnd(page));
}

/** Where the bar that takes back lies in its own place, and over nothing that somebody would have to scroll to. */
async function atItsEnd(page: Page): Promise<Page> {
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  return page;
}
