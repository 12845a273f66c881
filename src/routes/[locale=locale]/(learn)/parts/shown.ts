import { createContext } from 'svelte';

/** Which part `?part=` asks for; undefined: all. */
export interface Shown {
  readonly part: string | undefined;
}

export const [useShown, provideShown] = createContext<Shown>();
