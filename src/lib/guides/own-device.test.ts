import { describe, expect, it } from 'vitest';
import { formatStamp } from '$lib/base/clock';
import type { SyncEvent } from '$lib/sync/event';
import { anEvent, anId } from '../../../tests/support/events';
import { ownDevice, systemOf, type OwnDevice } from './own-device';

const said = (count: number, system: string, person = 'anna'): SyncEvent =>
  anEvent({
    id: anId(count),
    stream: `progress/${person}`,
    type: 'device.chosen',
    at: formatStamp({ ms: count, counter: 0, device: 'd' }),
    data: { system }
  });
const folded = (...events: SyncEvent[]): OwnDevice[] => {
  const row = events.reduce<OwnDevice | undefined>((kept, event) => ownDevice.fold(kept, event), undefined);
  return row ? [row] : [];
};

describe("somebody's own device", () => {
  it('is what was chosen last, in whatever order the tablets send', () => {
    expect(systemOf([])).toBeUndefined();
    expect(systemOf(folded(said(1, 'ipados'), said(2, 'windows')))).toBe('windows');
    expect(systemOf(folded(said(2, 'windows'), said(1, 'ipados')))).toBe('windows');
  });

  it('of two entries that are one person is the later', () => {
    expect(systemOf([...folded(said(1, 'ipados')), ...folded(said(2, 'android', 'anne'))])).toBe('android');
  });
});
