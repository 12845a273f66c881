import { createSubscriber } from 'svelte/reactivity';

/** Starts watching something; answers how to stop. */
export type Watch<T> = (next: (value: T) => void, fail: (error: unknown) => void) => () => void;

/**
 * A value of the device's own database, for runes: read `current` in a component or an effect, and it
 * follows. It watches only while somebody reads it.
 */
export class LiveValue<T> {
  #current: T | undefined;
  #loaded = false;
  #error: unknown;
  readonly #subscribe: () => void;

  constructor(watch: Watch<T>) {
    this.#subscribe = createSubscriber((update) =>
      watch(
        (value) => {
          this.#current = value;
          this.#loaded = true;
          this.#error = undefined;
          update();
        },
        (error) => {
          this.#error = error;
          update();
        }
      )
    );
  }

  /** The value, or nothing while it has not been read yet. */
  get current(): T | undefined {
    this.#subscribe();
    return this.#current;
  }

  /** Whether `current` has been read at least once. */
  get loaded(): boolean {
    this.#subscribe();
    return this.#loaded;
  }

  get error(): unknown {
    this.#subscribe();
    return this.#error;
  }
}
