import { expect, test } from '@playwright/test';
import { courseOf } from '../support/course-page';
import { startServer } from '../support/server';
import { unpackTablet } from '../support/tablet';

test('an insecure address is explained on each page, and learning goes on', async () => {
  const server = await startServer();
  // A name that is not this machine: for the browser that is an address in the room, without a certificate.
  const tablet = await unpackTablet(['--host-resolver-rules=MAP treff.example 127.0.0.1']);
  const { page } = tablet;
  const room = `http://treff.example:${server.port}`;
  const [first] = await courseOf(server.url, 'de');
  for (const path of ['/de', '/de/courses/tablet-basics', '/de/downloads', `/de/courses/tablet-basics/${first?.id}`]) {
    await page.goto(room + path);
    await expect(page.getByText('Diese Adresse ist nicht sicher.')).toBeVisible();
  }
  await page.getByRole('link', { name: 'Weiter zu Schritt 2' }).click();
  await expect(page.getByText(/^Schritt 2 von \d$/)).toBeVisible();
  await page.goto(`${room}/de/courses/tablet-basics`);
  await expect(page.getByText('Dieser Browser kann hier nichts für später speichern.')).toBeVisible();
  await tablet.putAway();
  await server.stop();
});
