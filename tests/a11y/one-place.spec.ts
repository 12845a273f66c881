import { test } from '../support/accessible';
import { lessonAt, lessonPath, seeTitle } from '../support/lesson';
import { expect } from '../support/test';

const windows = [
  { width: 1024, height: 768 },
  { width: 800, height: 1280 },
  { width: 360, height: 740 }
];

for (const viewport of windows)
  test(`the main key of a lesson stands in the same place on every step at ${viewport.width} × ${viewport.height}`, async ({
    page,
    shared
  }) => {
    const lesson = await lessonAt(shared.server.url, { lesson: 'tap-swipe-scroll' });
    await page.setViewportSize(viewport);
    await page.goto(lessonPath(lesson.id));
    const places: { x: number; y: number; width: number; height: number }[] = [];
    for (const [index, step] of lesson.steps.entries()) {
      await page.evaluate((hash) => location.assign(hash), `#${index + 1}`);
      await seeTitle(page, step);
      if (step.practice) await expect(page.locator('[data-practice-state]').filter({ visible: true })).toBeVisible();
      const keys = page.locator('[data-primary]').filter({ visible: true });
      await expect(keys).toHaveCount(1);
      const box = await keys.boundingBox();
      if (box) places.push(box);
    }
    expect(places).toHaveLength(lesson.steps.length);
    const [first] = places;
    for (const place of places)
      for (const side of ['x', 'y', 'width', 'height'] as const)
        expect(
          Math.abs(place[side] - (first?.[side] ?? 0)),
          `${side} of ${JSON.stringify(places)}`
        ).toBeLessThanOrEqual(8);
    expect((first?.y ?? 0) + (first?.height ?? 0)).toBeLessThanOrEqual(viewport.height);
    expect(first?.y).toBeGreaterThan((viewport.height * 2) / 3);
    expect(first?.height).toBeGreaterThanOrEqual(87.5);
  });

test('the finish screen and the shelf have one main key each', async ({ page }) => {
  for (const address of [`${lessonPath('tap-swipe-scroll')}#done`, '/de', '/de/courses/tablet-basics']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('[data-primary]').filter({ visible: true })).toHaveCount(1);
  }
});
