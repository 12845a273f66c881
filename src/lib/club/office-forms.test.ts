import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { meetingForm, memberForm, staffForm } from './office-forms';

function firstProblem(schema: v.GenericSchema, input: unknown): string | undefined {
  const issue = v.safeParse(schema, input).issues?.[0];
  return issue && `${String(issue.path?.[0]?.key)}: ${issue.message}`;
}

describe('the form of a meeting', () => {
  const meeting = { group: 'g', date: '2026-11-26', start: '14:00', end: '16:00' };
  it.each([
    ['is taken', {}, undefined],
    ['of another group is not', { group: 'x' }, 'group: choose'],
    ['without a date is not', { date: '' }, 'date: date'],
    ['on a day that no month has is not', { date: '2026-13-01' }, 'date: date'],
    ['at no hour is not', { start: '25:00' }, 'start: time'],
    ['that ends before it starts is not', { end: '13:00' }, 'end: end-before-start'],
    ['that takes no time is not', { end: '14:00' }, 'end: end-before-start']
  ])('%s', (_, change, problem) => {
    expect(firstProblem(meetingForm(['g']), { ...meeting, ...change })).toBe(problem);
  });
});

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
  const staff = { name: 'Eva', username: 'eva', role: 'trainer', firstPassword: 'ein langes wort' };
  it.each([
    ['is taken', {}, undefined],
    ['with a short password is not', { firstPassword: 'kurz' }, 'firstPassword: password-short'],
    ['with blanks in the username is not', { username: 'eva maria' }, 'username: username'],
    ['with another role is not', { role: 'king' }, 'role: choose']
  ])('%s', (_, change, problem) => {
    expect(firstProblem(staffForm, { ...staff, ...change })).toBe(problem);
  });
});
