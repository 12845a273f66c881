import * as v from 'valibot';
import { neededLine } from '$lib/base/form';
import { isPlainDate } from './zone';

/** What a person may be asked for. Each has a sentence in every language (`members.consent.purpose.*`). */
export const phonePurposes = ['phone-cancelled', 'phone-reminder', 'phone-absence'] as const;
export const photoPurposes = ['photo-house', 'photo-press', 'photo-website'] as const;

export type Purpose = (typeof phonePurposes)[number] | (typeof photoPurposes)[number];

const purposes: readonly Purpose[] = [...phonePurposes, ...photoPurposes];
export const isPurpose = (text: string): text is Purpose => purposes.some((purpose) => purpose === text);

/** The day of a yes: today or before. */
const givenOn = (today: string) =>
  v.pipe(
    v.string('date'),
    v.check(isPlainDate, 'date'),
    v.check((date) => date <= today, 'date-past')
  );

const some = (offered: readonly Purpose[]) => v.pipe(v.array(v.picklist(offered, 'choose')), v.minLength(1, 'choose'));

/** A telephone number as people write it: digits with what they put between them. */
const phone = v.pipe(
  neededLine(30),
  v.regex(/^\+?[\d ()/.-]{3,}$/, 'phone'),
  v.check((text) => /\d.*\d.*\d/.test(text), 'phone')
);

/** @param today plain date of the venue's zone */
export const phoneForm = (today: string) => v.object({ phone, purposes: some(phonePurposes), givenOn: givenOn(today) });

export const photoForm = (today: string) => v.object({ purposes: some(photoPurposes), givenOn: givenOn(today) });
