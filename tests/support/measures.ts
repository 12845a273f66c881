import type { Page } from '@playwright/test';

interface Floor {
  /** Smallest text, lesson sentence and target, in CSS pixels. */
  text: number;
  sentence: number;
  target: number;
}

/** What no learner's page may go below (ACCESSIBILITY P01, O01), and what the pages of staff may. */
export const learnersFloor: Floor = { text: 19, sentence: 22, target: 64 };
export const staffFloor: Floor = { text: 19, sentence: 22, target: 56 };

interface Eye {
  eye: {
    /** Whether an element takes room on the screen. */
    seen: (element: Element) => boolean;
    /** The element, in words for a finding. */
    named: (element: Element) => string;
    sizeOf: (element: Element) => number;
  };
}

/** Gives the page what the measures share. */
function openEye(): void {
  const eye: Eye['eye'] = {
    seen(element) {
      const { width, height, bottom, right } = element.getBoundingClientRect();
      const isThere = width > 1 && height > 1 && bottom + scrollY > 0 && right > 0;
      return isThere && getComputedStyle(element).visibility === 'visible';
    },
    named: (element) =>
      `<${element.tagName.toLowerCase()} class="${element.getAttribute('class')}"> ${element.textContent.trim().slice(0, 50)}`,
    sizeOf: (element) => parseFloat(getComputedStyle(element).fontSize)
  };
  Object.assign(window, { eye });
}

/** Text that is too small. */
function smallText({ text, sentence }: Floor): string[] {
  const { seen, named, sizeOf } = (window as unknown as Eye).eye;
  const problems: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const around = node.parentElement;
    if (!around || !node.textContent?.trim() || around.closest('script, style, noscript') || !seen(around)) continue;
    if (sizeOf(around) < text - 0.01) problems.push(`text of ${sizeOf(around)} px: ${named(around)}`);
  }
  for (const one of document.querySelectorAll('main [data-sentence]'))
    if (seen(one) && sizeOf(one) < sentence - 0.01) problems.push(`sentence of ${sizeOf(one)} px: ${named(one)}`);
  return problems;
}

/** Targets that are too small; a link within a sentence is as high as its line (WCAG 2.5.8, inline). */
function smallTargets({ target }: Floor): string[] {
  const { seen, named } = (window as unknown as Eye).eye;
  const isInSentence = (element: Element) => {
    if (element.tagName !== 'A' || getComputedStyle(element).display !== 'inline') return false;
    const around = element.closest('p, li, dd')?.textContent.trim() ?? '';
    return around.length > element.textContent.trim().length + 10;
  };
  return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
    .filter((one) => seen(one) && !isInSentence(one))
    .flatMap((one) => {
      const around = one.matches('input') ? (one.closest('label') ?? one) : one;
      const { width, height } = around.getBoundingClientRect();
      const isLarge = height >= target - 0.5 && width >= target - 0.5;
      return isLarge ? [] : [`target of ${Math.round(width)} × ${Math.round(height)} px: ${named(one)}`];
    });
}

/** Text and targets that are too small, and headings that are not one; one line each. */
export async function measured(page: Page, floor: Floor): Promise<string[]> {
  await page.evaluate(openEye);
  const problems = [...(await page.evaluate(smallText, floor)), ...(await page.evaluate(smallTargets, floor))];
  const headings = await page.locator('h1').filter({ visible: true }).count();
  if (headings !== 1) problems.push(`${headings} main headings`);
  if ((await page.title()).trim() === '') problems.push('no title');
  return problems;
}

/** In the page: how far it goes beyond the window's side with each of these text sizes; 0 is right. */
function beyondSide(sizes: readonly string[]): number[] {
  const { dataset } = document.documentElement;
  const over = sizes.map((size) => {
    dataset['text'] = size;
    return Math.max(0, (document.scrollingElement?.scrollWidth ?? 0) - innerWidth);
  });
  delete dataset['text'];
  return over;
}

/** Scrolling sideways on the narrowest screen and on a small phone, also where it is the text size that asks for room. One line each. */
export async function sideways(page: Page): Promise<string[]> {
  const problems: string[] = [];
  const before = page.viewportSize() ?? { width: 1024, height: 768 };
  const windows: [number, string[]][] = [
    [320, ['100', '200']],
    [360, ['125', '150', '200']]
  ];
  for (const [width, sizes] of windows) {
    await page.setViewportSize({ width, height: 740 });
    for (const [index, over] of (await page.evaluate(beyondSide, sizes)).entries())
      if (over > 0) problems.push(`${over} px beyond the side at ${width} px with ${sizes[index]} % text`);
  }
  await page.setViewportSize(before);
  return problems;
}
