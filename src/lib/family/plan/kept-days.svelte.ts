import { daysFrom, usualDays, withDay, type LessonDays } from './evenings';

/** Where a device remembers on which days there is a lesson. Named in the register of stored things (privacy notice). */
const key = 'digitaltreff.evenings';

/** The two days of a week on which somebody learns: chosen once, kept on the device, sent nowhere. */
export class KeptDays {
  #days = $state.raw<LessonDays>(usualDays);

  get days(): LessonDays {
    return this.#days;
  }

  /** Reads what was chosen before. */
  recall(): void {
    try {
      this.#days = daysFrom(localStorage.getItem(key));
    } catch {
      // No storage: the usual days.
    }
  }

  /** Holds at once and is kept; where the browser keeps nothing, it holds until the page closes. */
  choose(place: 0 | 1, day: number): void {
    this.#days = withDay(this.#days, place, day);
    try {
      localStorage.setItem(key, this.#days.join(','));
    } catch {
      // No storage: the choice still holds on this page.
    }
  }
}
