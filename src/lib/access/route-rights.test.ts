import { describe, expect, it } from 'vitest';
import type { Actor } from './facts';
import { passage } from './route-rights';

const visitor: Actor = { kind: 'visitor' };
const tablet: Actor = { kind: 'device', tablet: { id: 't', venue: 'v', enrolledAt: 0 } };
const trainer: Actor = { kind: 'staff', staff: 's', role: 'trainer' };
const atLocked: Actor = {
  kind: 'staff',
  staff: 'o',
  role: 'office',
  tablet: { id: 't', venue: 'v', enrolledAt: 0, mode: 'learners' }
};
const office: Actor = { kind: 'staff', staff: 'o', role: 'office' };
const officeOfVenue: Actor = { kind: 'staff', staff: 'v', role: 'office', venues: ['library'] };

const officePage = '/[locale=locale]/(staff)/office/groups/[group]';
const settings = '/[locale=locale]/(staff)/office/settings';
const barriers = '/[locale=locale]/(staff)/office/barriers';
const trail = '/[locale=locale]/(staff)/office/privacy/trail';
const account = '/[locale=locale]/(staff)/account';
const cards = '/[locale=locale]/(staff)/cards/[group]';
const pictureCode = '/[locale=locale]/(staff)/cards/[group]/[member]';

describe('the passage to a route', () => {
  it.each([
    ['a visitor reads lessons', '/[locale=locale]/(learn)', visitor, false, 'open'],
    ['a visitor comes to the sign-in', '/[locale=locale]/(staff)/sign-in', visitor, false, 'open'],
    ['a visitor must sign in for the office', officePage, visitor, false, 'sign-in'],
    ['a tablet alone must sign in for the office', officePage, tablet, false, 'sign-in'],
    ['a trainer has no office pages', officePage, trainer, false, 'forbidden'],
    ['a trainer has an account', account, trainer, false, 'open'],
    ['a trainer keys in a list from paper', '/[locale=locale]/(staff)/paper-list', trainer, false, 'open'],
    ['a visitor does not', '/[locale=locale]/(staff)/paper-list', visitor, false, 'sign-in'],
    ['a trainer prints the cards of a group', cards, trainer, false, 'open'],
    ['and opens the card and the picture code of one person', pictureCode, trainer, false, 'open'],
    ['the office of a venue does, too', pictureCode, officeOfVenue, false, 'open'],
    ['a visitor prints no cards', cards, visitor, false, 'sign-in'],
    ["and a tablet alone sees nobody's picture code", pictureCode, tablet, false, 'sign-in'],
    ['whose card opens a browser is asked by the card, not by the route', '/api/card', visitor, false, 'open'],
    ['and a picture code by who is at the tablet', '/api/picture-code', visitor, false, 'open'],
    ['the office enters', '/[locale=locale]/(staff)/office', office, false, 'open'],
    ['so does the office of a venue', officePage, officeOfVenue, false, 'open'],
    ['the settings are for the office of all venues', settings, office, false, 'open'],
    ['and not for that of some', settings, officeOfVenue, false, 'forbidden'],
    ['nor are reported barriers', barriers, officeOfVenue, false, 'forbidden'],
    ['nor the trail of who did what', trail, officeOfVenue, false, 'forbidden'],
    ['which the office of all venues reads', trail, office, false, 'open'],
    ['and no trainer', trail, trainer, false, 'forbidden'],
    ['nor the settings for a trainer', settings, trainer, false, 'forbidden'],
    ['a tablet that is locked to learners shows no office page', officePage, atLocked, false, 'forbidden'],
    ['and gives out no list', '/api/office/members.csv', atLocked, false, 'forbidden'],
    ['but the account, for a PIN', account, atLocked, false, 'open'],
    ['a first password is changed before anything else', officePage, office, true, 'password-first'],
    ['and it can be changed', account, trainer, true, 'open'],
    ['a visitor gets no grant', '/api/grant', visitor, false, 'sign-in'],
    ['a route that only begins alike is another', '/[locale=locale]/(staff)/office-hours', visitor, false, 'open'],
    ['no route at all is open: it ends in "not found"', null, visitor, false, 'open']
  ] as const)('%s', (_, route, actor, mustChange, expected) => {
    expect(passage(route, { actor, mustChange })).toBe(expected);
  });
});
