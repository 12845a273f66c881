import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { memberForm, newMemberForm, staffForm, venuesForm } from './office-forms';

function firstProblem(schema: v.GenericSchema, input: unknown): string | undefined {
  const issue = v.safeParse(schema, input).issues?.[0];
  return issue && `${String(issue.path?.[0]?.key)}: ${issue.message}`;
}

describe('the form of a member', () => {
  it.each([
    ['k', 'K'],
    ['K.', 'K'],
    ['Ä', 'Ä'],
    ['', '']
  ])('takes the initial %j as %j', (typed, kept) => {
    expect(v.parse(memberForm, { firstName: 'Anna', initial: typed, picture: 'tulip' }).initial).toBe(kept);
  });

  it('takes only pictures that there are', () => {
    expect(firstProblem(memberForm, { firstName: 'Anna', picture: '../secret' })).toBe('picture: choose');
  });
});

describe('the form of an account', () => {
  const staff = { name: 'Eva', username: 'eva', role: 'trainer', venues: [], firstPassword: 'ein langes wort' };
  const form = staffForm({ kinds: ['trainer', 'office', 'office-of-venues'], venues: ['library', 'parish'] });
  it.each([
    ['is taken', {}, undefined],
    ['with a short password is not', { firstPassword: 'kurz' }, 'firstPassword: password-short'],
    ['with blanks in the username is not', { username: 'eva maria' }, 'username: username'],
    ['with another role is not', { role: 'king' }, 'role: choose'],
    ['of an office of venues without one is not', { role: 'office-of-venues' }, 'venues: choose'],
    ['of an office of an unknown venue is not', { role: 'office-of-venues', venues: ['moon'] }, 'venues: choose']
  ])('%s', (_, change, problem) => {
    expect(firstProblem(form, { ...staff, ...change })).toBe(problem);
  });

  it.each([
    ['trainer', ['parish'], { role: 'trainer', venues: 'all' }],
    ['office', ['parish'], { role: 'office', venues: 'all' }],
    ['office-of-venues', ['parish'], { role: 'office', venues: ['parish'] }]
  ])('reads %s with the ticks %j', (role, venues, read) => {
    expect(v.parse(form, { ...staff, role, venues })).toMatchObject(read);
  });

  it('gives an office no more than it offers', () => {
    const narrow = staffForm({ kinds: ['trainer'], venues: ['library'] });
    expect(firstProblem(narrow, { ...staff, role: 'office' })).toBe('role: choose');
  });
});

describe('the form of the venues of an office', () => {
  it('takes all or some, and never none', () => {
    const form = venuesForm(['library', 'parish']);
    expect(v.parse(form, { role: 'office', venues: [] }).venues).toBe('all');
    expect(v.parse(form, { role: 'office-of-venues', venues: ['library'] }).venues).toEqual(['library']);
    expect(firstProblem(form, { role: 'office-of-venues', venues: [] })).toBe('venues: choose');
    expect(firstProblem(form, { role: 'trainer', venues: [] })).toBe('role: choose');
  });
});

describe('the form of a new member', () => {
  it('asks the office of some venues for one of its groups', () => {
    const anna = { firstName: 'Anna', picture: 'tulip', group: '' };
    expect(firstProblem(newMemberForm(['g'], 'all'), anna)).toBeUndefined();
    expect(firstProblem(newMemberForm(['g'], ['library']), anna)).toBe('group: choose');
  });
});
