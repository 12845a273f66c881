/** What a lesson for two adds to the player, in one piece of code. */
export { default as TandemKey } from './TandemKey.svelte';
export { default as TurnBand } from './TurnBand.svelte';
