import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { serverFlags } from '../../scripts/server-flags.js';

test.each(['start', 'demo'])('npm run %s gives Node what the proofs and the bench measure with', (name) => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(scripts[name]).toBe(`node ${serverFlags.join(' ')} scripts/${name}.js`);
});
