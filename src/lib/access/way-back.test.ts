import { describe, expect, it } from 'vitest';
import { wayBack } from './way-back';

describe('the way back after sign-in', () => {
  it.each([
    ['/de/office/groups', '/de/office/groups'],
    ['/de/club?date=2026-11-26', '/de/club?date=2026-11-26'],
    [null, '/de/club'],
    ['', '/de/club'],
    ['https://elsewhere.example/', '/de/club'],
    ['//elsewhere.example/', '/de/club'],
    ['/\\elsewhere.example/', '/de/club'],
    ['/\t/elsewhere.example/', '/de/club'],
    ['javascript:alert(1)', '/de/club']
  ])('from %j leads to %s', (asked, way) => {
    expect(wayBack(asked, '/de/club')).toBe(way);
  });
});
