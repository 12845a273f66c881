import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { aDataDir } from '../../../tests/support/store';
import { keepLogo, readLogo, readOperator, writeOperator } from './settings.server';

const operator = { name: 'Stadt Auenfurt', line: '', helpTelephone: '0700 1', imprint: 'A\n\nB', privacyContact: '' };
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

describe("the operator's settings", () => {
  it('are nothing before the set-up', async () => {
    expect(await readOperator(aDataDir())).toBeUndefined();
  });

  it('come back as they were kept, and leave no draft behind', async () => {
    const dataDir = aDataDir();
    await writeOperator(dataDir, operator);
    expect(await readOperator(dataDir)).toEqual(operator);
    expect(readdirSync(dataDir)).toEqual(['operator.json']);
  });

  it('may be written by hand with the name alone', async () => {
    const dataDir = aDataDir();
    writeFileSync(join(dataDir, 'operator.json'), '{ "name": "Verein" }');
    expect(await readOperator(dataDir)).toMatchObject({ name: 'Verein', imprint: '' });
  });

  it('that were broken by hand are named in the log and keep no page from opening', async () => {
    const dataDir = aDataDir();
    const log = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    writeFileSync(join(dataDir, 'operator.json'), '{ "name": ');
    expect(await readOperator(dataDir)).toBeUndefined();
    expect(log).toHaveBeenCalledWith(expect.stringContaining('operator.json'));
    log.mockRestore();
  });
});

describe('the logo', () => {
  it('is kept under a name that changes with its content', async () => {
    const dataDir = aDataDir();
    const kept = await keepLogo(dataDir, png);
    expect(kept).toMatchObject({ ok: true, value: expect.stringMatching(/^logo-[0-9a-f]{12}\.png$/) });
    await writeOperator(dataDir, { ...operator, ...(kept.ok ? { logo: kept.value } : {}) });
    expect(await readLogo(dataDir)).toEqual({ bytes: png, mediaType: 'image/png' });
  });

  it.each([
    ['too large a picture', new Uint8Array(200_001), 'logo-size'],
    ['a drawing that could carry a script', new TextEncoder().encode('<svg>'), 'logo-kind']
  ])('is not %s', async (_, bytes, problem) => {
    expect(await keepLogo(aDataDir(), bytes)).toEqual({ ok: false, error: problem });
  });

  it('is never a file elsewhere, whatever the settings say', async () => {
    const dataDir = aDataDir();
    await writeOperator(dataDir, { ...operator, logo: '../../etc/passwd' });
    expect(await readLogo(dataDir)).toBeUndefined();
  });
});
