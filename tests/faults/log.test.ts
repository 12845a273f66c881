import { expect, test } from 'vitest';
import { lastLine } from '../support/proof';

test(
  'devices and server end equal after losses, repeats, any order, wrong clocks, hands and wipes',
  { timeout: 240_000 },
  async () => {
    expect(await lastLine('schedules', '--runs', '1000')).toMatch(/^1000 schedules, 0 differences, seed \d+$/);
  }
);

test('25 kills under load lose no accepted event and half-apply none', { timeout: 240_000 }, async () => {
  const said = await lastLine('kills', '--kills', '25');
  expect(said).toMatch(/^25 kills, \d+ events accepted, 0 missing, 0 half-applied, 0 differing, seed \d+$/);
});
