import { expect, test } from 'vitest';
import { lastLine } from '../support/proof';

test('bad input brings the server down in no way, and nothing accepted is lost', { timeout: 300_000 }, async () => {
  expect(await lastLine('fuzz', '--requests', '2000', '--calm')).toMatch(/^2000 requests, 0 faults, seed \d+$/);
});

test('a room at work on a server that is stopped and killed loses nothing', { timeout: 120_000 }, async () => {
  const said = await lastLine('soak', '--tablets', '6', '--minutes', '0.15', '--rest', '200');
  expect(said).toMatch(/^[1-9]\d+ events, 0 lost, 0 duplicated, 0 differing$/);
});

test('a destroyed server comes back from its backup with all that tablets keep', { timeout: 300_000 }, async () => {
  expect(await lastLine('restore', '--tablets', '4', '--rounds', '6')).toMatch(
    /^[1-9]\d+ events kept by 4 tablets, 0 faults$/
  );
});
