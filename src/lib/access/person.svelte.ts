import { visitor } from '$lib/sync/visitor';

/** Who is learning on this device now: a member chosen on the name tiles, or nobody ("visitor"). */
export interface CurrentPerson {
  id: string;
  firstName: string;
  initial: string;
  picture: string;
}

const key = 'digitaltreff.person';

/**
 * Who is learning on this device. Kept in localStorage, so that a reload, a second tab and a restart without a
 * network still know; removed when the tablet is handed on. Named in the register of stored things.
 */
class PersonOnDevice {
  #person = $state<CurrentPerson | undefined>(undefined);
  get current(): CurrentPerson | undefined {
    return this.#person;
  }

  /** The id under which progress is recorded. */
  get id(): string {
    return this.#person?.id ?? visitor;
  }

  /** Reads what the device remembers. Called once, when the page has come alive. */
  recall(): void {
    this.#person = parsePerson(readItem());
  }

  choose(person: CurrentPerson): void {
    this.#person = person;
    writeItem(JSON.stringify(person));
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
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function writeItem(value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
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
    const { id, firstName, initial, picture } = value as Record<string, unknown>;
    if (typeof id !== 'string' || typeof firstName !== 'string') return undefined;
    return {
      id,
      firstName,
      initial: typeof initial === 'string' ? initial : '',
      picture: typeof picture === 'string' ? picture : ''
    };
  } catch {
    return undefined;
  }
}
