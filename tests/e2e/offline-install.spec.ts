import { expect, test } from '@playwright/test';
import * as v from 'valibot';
import { locales } from '../../src/lib/i18n/locales';
import { startServer } from '../support/server';

const manifestSchema = v.object({
  description: v.string(),
  start_url: v.string(),
  icons: v.array(v.object({ src: v.string(), sizes: v.string() })),
  shortcuts: v.array(v.object({ name: v.string(), url: v.string() }))
});

test("each language's manifest has its words, its icons and its shortcuts", async () => {
  const server = await startServer();
  for (const locale of locales) {
    const answer = await fetch(`${server.url}/manifest-${locale}.webmanifest`);
    expect(answer.headers.get('content-type')).toContain('application/manifest+json');
    const manifest = v.parse(manifestSchema, await answer.json());
    expect(manifest.start_url).toBe(`/${locale}`);
    expect([manifest.description, ...manifest.shortcuts.map(({ name }) => name)].join(' ')).not.toMatch(
      /downloads\.\w/
    );
    expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(['192x192', '512x512', '512x512']);
    const places = [...manifest.icons.map(({ src }) => src), ...manifest.shortcuts.map(({ url }) => url)];
    for (const place of places) expect((await fetch(server.url + place)).status, place).toBe(200);
  }
  await server.stop();
});
