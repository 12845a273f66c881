import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { walls } from '../../eslint.walls.js';

const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [
    { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser as never } },
    ...(walls('tests/walls/rooms') as never[])
  ]
});

async function complaints(file: string): Promise<string[]> {
  const results = await eslint.lintFiles([`tests/walls/rooms/${file}`]);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}

describe('the walls of the house', () => {
  it.each([
    ['the ground floor knows no room above it', 'base/knows-a-room.ts'],
    ['the design system knows nothing of the product, by a relative way neither', 'ui/knows-the-product.ts'],
    ['the sync engine knows no room', 'sync/knows-learning.ts'],
    ['a pure file opens no database', 'learning/pure-with-database.ts'],
    ['a pure file knows no browser', 'learning/pure-with-engine.ts'],
    ['rooms of one floor meet only along an arrow', 'learning/sideways.ts'],
    ['a browser file knows no server', 'attendance/browser-with-server.browser.ts'],
    ['a server file knows no browser', 'attendance/server-with-browser.server.ts']
  ])('%s', async (_, file) => {
    expect(await complaints(file)).toEqual([expect.stringContaining('no-restricted-imports')]);
  });

  it('let through what is allowed', async () => {
    expect(await complaints('attendance/allowed.ts')).toEqual([]);
  });
});
