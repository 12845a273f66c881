import { expect, type Locator } from '@playwright/test';

/**
 * Does something that ends in a tap (Enter in a form's field is one, too) until the page takes it. Whether it was taken
 * is asked of the tap itself, so that a slow machine never sends a form twice.
 * @param place where the page hears it: something that is there before
 */
export async function untilTaken(place: Locator, act: () => Promise<void>): Promise<void> {
  const page = place.page();
  await expect(async () => {
    await place.evaluate(hearNextTap, undefined, { timeout: 5000 });
    await act();
    // Where the form has led to another page, nobody is left who could be asked.
    expect(await page.evaluate(wasTaken).catch(() => true)).toBe(true);
  }).toPass({ intervals: [50] });
}

/** In the page: keeps whether the next tap reaches its control. It is heard before it happens, or it may never be. */
function hearNextTap(): void {
  const heard = new Promise((done) => {
    addEventListener('click', (event) => setTimeout(() => done(!event.defaultPrevented)), {
      capture: true,
      once: true
    });
  });
  Object.assign(window, { heardTap: heard });
}

/** In the page: what was kept of the tap; a page that has come since knows of none, so the tap was taken. */
async function wasTaken(): Promise<boolean> {
  return !('heardTap' in window) || (await window.heardTap) === true;
}
