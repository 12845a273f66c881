import { describe, expect, test } from 'vitest';
import { formatStamp } from '$lib/base/clock';
import type { SyncEvent } from '$lib/sync/event';
import { anEvent } from '../../../tests/support/events';
import { day, facts, now, tablet } from '../../../tests/support/may-facts';
import type { Actor, TabletActor } from './facts';
import { mayWrite } from './may';

const trainer = (staff: string, at?: TabletActor): Actor => ({
  kind: 'staff',
  staff,
  role: 'trainer',
  ...(at ? { tablet: at } : {})
});
const office = (staff: string): Actor => ({ kind: 'staff', staff, role: 'office' });

const answered = (staff: string, person = 'anna', made = now): SyncEvent =>
  anEvent({
    stream: `progress/${person}`,
    type: 'question.answered',
    by: `staff/${staff}`,
    at: formatStamp({ ms: made, counter: 0, device: 'd' }),
    data: {}
  });

describe('that a question is answered', () => {
  test.each<[string, Actor, string, string]>([
    ['a trainer of the group', trainer('otto'), 'otto', 'yes'],
    ['a trainer of another group', trainer('petra'), 'petra', 'forbidden'],
    ['a trainer of another group at a tablet of the venue', trainer('petra', tablet), 'petra', 'yes'],
    ['a former trainer', trainer('former'), 'former', 'forbidden'],
    ['the office', office('olga'), 'olga', 'yes'],
    ['the office of the venue', office('lena'), 'lena', 'yes'],
    ['the office of another venue', office('paul'), 'paul', 'forbidden'],
    ["a tablet in a trainer's name", { kind: 'device', tablet }, 'otto', 'unauthorized']
  ])('%s says: %s', (_, actor, staff, verdict) => {
    expect(mayWrite(actor, answered(staff), facts, now)).toBe(verdict);
  });

  test('is said of people of the own groups, as long as they are in them', () => {
    expect(mayWrite(trainer('otto'), answered('otto', 'zoe'), facts, now)).toBe('forbidden');
    expect(mayWrite(trainer('otto'), answered('otto', 'bert'), facts, now)).toBe('forbidden');
    expect(mayWrite(trainer('otto'), answered('otto', 'bert', now - 6 * day), facts, now)).toBe('yes');
  });

  test.each(['step.completed', 'question.asked', 'question.withdrawn', 'note.written'])(
    'is all that staff say there, never %s',
    (type) => {
      expect(mayWrite(trainer('otto'), { ...answered('otto'), type }, facts, now)).toBe('forbidden');
    }
  );
});
