import { visitor } from '$lib/sync/visitor';
import { tickedKey } from './ticked-key';

/** Who is learning on this device now: a member chosen on the name tiles, or nobody ("visitor"). */
export interface CurrentPerson {
  id: string;
  firstName: string;
  initial: string;
  picture: string;
  /** the plain date of the meeting, where it is a club tablet: on another day nobody needs to know it any more */
  on?: string;
  /** they came by their card: on a device of their own, or on another, which is left when it is closed */
  card?: 'own' | 'visit';
}

const key = 'digitaltreff.person';

/**
 * Who is learning on this device. Kept in localStorage, so that a reload, a second tab and a restart without a
 * network still know; removed when the tablet is handed on. Named in the register of stored things.
 */
class PersonOnDevice {
  #person = $state<CurrentPerson | undefined>(undefined);
  #past = $state<string>();

  /** Who had the tablet on an earlier day: what only they may read has still to go from it. */
  get past(): string | undefined {
    return this.#past;
  }

  get current(): CurrentPerson | undefined {
    return this.#person;
  }

  /** The id under which progress is recorded. */
  get id(): string {
    return this.#person?.id ?? visitor;
  }

  /** Reads what the device remembers. Called once, when the page has come alive. */
  recall(today: string): void {
    const person = parsePerson(readItem());
    const isPast = person?.on !== undefined && person.on !== today;
    this.#person = isPast ? undefined : person;
    this.#past = isPast ? person.id : undefined;
  }

  /** Nothing of who had the tablet on an earlier day is left on it. */
  forgetPast(): void {
    this.#past = undefined;
    if (this.#person === undefined) writeItem(undefined);
  }

  choose(person: CurrentPerson): void {
    this.#person = person;
    writeItem(undefined);
    writeItem(JSON.stringify(person), person.card === 'visit' ? 'sessionStorage' : 'localStorage');
  }

  /** The tablet is handed on. */
  leave(): void {
    this.#person = undefined;
    writeItem(undefined);
  }
}

export const personOnDevice = new PersonOnDevice();

function readItem(): string | null {
  try {
    return sessionStorage.getItem(key) ?? localStorage.getItem(key);
  } catch {
    return null;
  }
}

function writeItem(value: string | undefined, place: 'localStorage' | 'sessionStorage' = 'localStorage'): void {
  try {
    if (value !== undefined) window[place].setItem(key, value);
    else
      for (const storage of [localStorage, sessionStorage]) for (const one of [key, tickedKey]) storage.removeItem(one);
  } catch {
    // No storage: the person is known as long as the page is open.
  }
}

/** A stored person, or nothing where the text is none. */
function parsePerson(text: string | null): CurrentPerson | undefined {
  if (!text) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    const { id, firstName, initial, picture, on, card } = value as Record<string, unknown>;
    if (typeof id !== 'string' || typeof firstName !== 'string') return undefined;
    return {
      id,
      firstName,
      initial: typeof initial === 'string' ? initial : '',
      picture: typeof picture === 'string' ? picture : '',
      ...(typeof on === 'string' ? { on } : {}),
      ...(card === 'own' || card === 'visit' ? { card } : {})
    };
  } catch {
    return undefined;
  }
}
