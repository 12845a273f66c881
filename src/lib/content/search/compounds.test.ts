import { describe, expect, it } from 'vitest';
import { nearParts, partsOf } from './compounds';

const known = new Set(['wlan', 'paswort', 'manager', 'tastatur', 'bildschirm', 'name', 'kart', 'dinst', 'start']);

describe('the parts of a compound', () => {
  it.each([
    ['wlanpaswort', ['wlan', 'paswort']],
    ['paswortmanager', ['paswort', 'manager']],
    ['paswortsmanager', ['paswort', 'manager']],
    ['kartendinst', ['kart', 'dinst']],
    ['startbildschirmtastatur', ['start', 'bildschirm', 'tastatur']],
    ['wlaname', ['wlan', 'name']]
  ])('%s', (term, parts) => {
    expect(partsOf(term, known, 4)).toEqual(parts);
  });

  it.each(['paswort', 'blum', 'wlanxyz', 'tastaturen', ''])('are none for %j', (term) => {
    expect(partsOf(term, known, 4)).toBeUndefined();
  });
});

describe('a compound with a part that nobody knows', () => {
  it.each([
    ['wlanpasword', ['wlan', 'pasword']],
    ['bildschrimtastatur', ['tastatur', 'bildschrim']]
  ])('%s is split at the part that is known', (term, parts) => {
    expect(nearParts(term, known, 4)).toEqual(parts);
  });

  it('is nothing where no part is known', () => {
    expect(nearParts('blumenkohl', known, 4)).toBeUndefined();
  });
});
