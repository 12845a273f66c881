import { stateCodes, type StateCode } from '../base/federal-states';
import type { HelpAddress, HelpTheme } from '../content/for-parents/help';

/** What somebody looks for. */
interface Wanted {
  /** Undefined: whatever it is about. */
  theme: HelpTheme | undefined;
  /** Undefined: they have not said where they live. */
  state: StateCode | undefined;
}

/** Addresses of the chosen state, and those for the whole country. */
export interface Chosen {
  here: HelpAddress[];
  everywhere: HelpAddress[];
}

/** The addresses that fit, in their given order. Those of other states never do: nobody there is in charge. */
export function choose(addresses: readonly HelpAddress[], { theme, state }: Wanted): Chosen {
  const fitting = addresses.filter(({ themes }) => theme === undefined || themes.includes(theme));
  return {
    here: state === undefined ? [] : inState(fitting, state),
    everywhere: fitting.filter(({ states }) => states === 'all')
  };
}

/** The addresses of one state alone. */
export const inState = (addresses: readonly HelpAddress[], state: StateCode): HelpAddress[] =>
  addresses.filter(({ states }) => states !== 'all' && states.includes(state));

/** A federal state's code, from what a device has stored or a field says; nothing where it is none. */
export const stateOf = (text: string | null): StateCode | undefined => stateCodes.find((code) => code === text);

/** What a telephone dials: `tel:` and the digits alone. */
export const telephoneLink = (phone: string): string => `tel:${phone.replaceAll(' ', '')}`;
