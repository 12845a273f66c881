import { fullName } from '$lib/club/roster';
import type { SheetPerson } from './report';

/** Words for those who have no name. */
export interface NameWords {
  readonly unknown: string;
  readonly guest: string;
  guestNamed(name: string): string;
}

/** What stands on a sheet for somebody: a member's name, a guest's, or that their name is gone. */
export function sheetName(
  { firstName, initial, isGuest }: SheetPerson,
  words: NameWords,
  nameOf: (name: { firstName: string; initial: string }) => string = fullName
): string {
  if (isGuest) return firstName === undefined ? words.guest : words.guestNamed(firstName);
  return firstName === undefined ? words.unknown : nameOf({ firstName, initial });
}
