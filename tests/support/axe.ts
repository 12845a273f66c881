import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

/** The axe that comes with @axe-core/playwright; run directly, because its builder opens a page for each run. */
const source = readFileSync(
  createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8'
);

interface RunOptions {
  runOnly: { type: 'tag' | 'rule'; values: string[] };
  rules?: Record<string, { enabled: boolean }>;
  resultTypes: ['violations'];
}

interface AxeResults {
  violations: { id: string; nodes: { target: string[]; failureSummary?: string }[] }[];
}

interface Axed {
  axe?: { run: (options: RunOptions) => Promise<AxeResults> };
}

/**
 * WCAG 2.0 to 2.2 A and AA, best practices, and the two rules that are off by default. Of the two that measure contrast
 * the enhanced one (7 to 1) finds all that the other one (4.5 to 1) does.
 */
const everything: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  rules: {
    'color-contrast': { enabled: false },
    'color-contrast-enhanced': { enabled: true },
    'target-size': { enabled: true }
  },
  resultTypes: ['violations']
};

/** What can differ from theme to theme: colours. All else is the same document. */
const colours: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast-enhanced', 'link-in-text-block'] },
  resultTypes: ['violations']
};

type Run = [theme: string, options: RunOptions];
const light: Run = ['light', everything];
const others: readonly Run[] = [
  ['dark', colours],
  ['contrast', colours]
];

/** `npm run test:axe` looks at everything in each theme and each language. */
export const isThorough = process.env['EVERY_THEME'] !== undefined;

let looks = 0;

/** All themes; in `npm test` one of the other two, by turns, and in German alone: no colour of ours is a matter of language. */
function runsFor(isGerman: boolean): readonly Run[] {
  if (isThorough) return [light, ...others];
  looks += 1;
  return isGerman ? [light, ...others.filter((_, place) => place === looks % 2)] : [light];
}

/** Runs axe and gives what it found, one line each: all rules in each language, and the colours of other themes. */
export async function axeFindings(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const isGerman = await page.evaluate(() => document.documentElement.dataset['locale'] === 'de');
  return page.evaluate(async (wanted) => {
    const { axe } = window as unknown as Axed;
    const found: string[] = [];
    for (const [theme, options] of wanted) {
      document.documentElement.dataset['theme'] = theme;
      const { violations } = (await axe?.run(options)) ?? { violations: [] };
      for (const { id, nodes } of violations)
        for (const { target, failureSummary = '' } of nodes)
          found.push(
            `${theme}: ${id} at ${target.join(' ')}: ${failureSummary.split('\n').slice(1, 2).join(' ').trim()}`
          );
    }
    document.documentElement.dataset['theme'] = 'light';
    return found;
  }, runsFor(isGerman));
}
