import type { Component } from 'svelte';

/** What went wrong, as the page of errors says it. */
export type ErrorKind = 'notFound' | 'forbidden' | 'failed';

type ErrorPage = Component<{ kind: ErrorKind }>;

let brought: ErrorPage | undefined;

/** Loads the page of errors, whose frame would otherwise weigh on every start of the app. */
export async function bringErrorPage(): Promise<ErrorPage> {
  brought ??= (await import('./ErrorPage.svelte')).default;
  return brought;
}

/** The page of errors where it was brought already: always on the server, which renders at once. */
export const errorPageAtHand = (): ErrorPage | undefined => brought;

/** Stands on what the server has rendered of it, so that the browser has it at hand before it takes over. */
export const errorMark = 'data-error-page';
