import * as v from 'valibot';

/** sent: the server has it · kept: it waits on this device · failed: neither worked */
export type Outcome = 'sent' | 'kept' | 'failed';

interface QueuePlace<Letter> {
  /** The key in local storage under which letters wait; named in the register of stored things. */
  key: string;
  schema: v.GenericSchema<unknown, Letter>;
  /** Where they are sent; the same letter sent twice must count once there. */
  address: string;
}

/** Letters to the house that need no account: each is kept on the device until the server has it. */
interface PostQueue<Letter> {
  /** Sends a letter now, or keeps it on this device until there is a network. */
  hand(letter: Letter): Promise<Outcome>;
  /** Sends what waits, in its order; quiet when there is no network. */
  sendWaiting(): Promise<void>;
  /** Sends what waits, now and whenever the network comes back. */
  watch(): void;
  /** What waits on this device. */
  waiting(): Letter[];
}

type Answer = 'taken' | 'refused' | 'later' | 'no-network';

/** Opens the queue of one kind of letter. */
export function postQueue<Letter>({ key, schema, address }: QueuePlace<Letter>): PostQueue<Letter> {
  const kept = v.pipe(v.string(), v.parseJson(), v.array(schema));

  function waiting(): Letter[] {
    try {
      const parsed = v.safeParse(kept, localStorage.getItem(key));
      return parsed.success ? parsed.output : [];
    } catch {
      return [];
    }
  }

  function write(letters: readonly Letter[]): boolean {
    try {
      if (letters.length === 0) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(letters));
      return true;
    } catch {
      return false;
    }
  }

  const drop = (letter: Letter): void => {
    const text = JSON.stringify(letter);
    write(waiting().filter((one) => JSON.stringify(one) !== text));
  };

  async function send(letter: Letter): Promise<Answer> {
    try {
      const answer = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(letter)
      });
      if (answer.ok) return 'taken';
      return answer.status === 429 || answer.status >= 500 ? 'later' : 'refused';
    } catch {
      return 'no-network';
    }
  }

  async function sendWaiting(): Promise<void> {
    for (const letter of waiting()) {
      const sent = await send(letter);
      if (sent === 'no-network' || sent === 'later') return;
      drop(letter);
    }
  }

  let isWatching = false;

  return {
    async hand(letter) {
      const isKept = write([...waiting(), letter]);
      const sent = await send(letter);
      if (sent === 'no-network' || sent === 'later') return isKept ? 'kept' : 'failed';
      drop(letter);
      return sent === 'taken' ? 'sent' : 'failed';
    },
    sendWaiting,
    watch() {
      if (!isWatching) addEventListener('online', () => void sendWaiting());
      isWatching = true;
      void sendWaiting();
    },
    waiting
  };
}
