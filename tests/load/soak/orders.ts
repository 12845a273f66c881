import type { ProofClub } from '../../support/proof-club';

/** What the process that holds the tablets is told. */
export type Order =
  | { readonly begin: Beginning }
  /** Nothing new any more: hand in what waits, then compare with the server's database. */
  | { readonly end: { readonly dataDir: string } };

export interface Beginning {
  readonly port: number;
  readonly club: ProofClub;
  /** how long a tablet rests between two things that happen on it, in milliseconds, on average */
  readonly restMs: number;
}

/** What was found at the end. */
export interface SoakReport {
  readonly recorded: number;
  /** ids of events that were recorded and are not in the log */
  readonly lost: readonly string[];
  /** events in the log that nobody recorded: one that came twice, or out of nothing */
  readonly duplicated: number;
  /** in words: rows that a tablet holds otherwise than the server */
  readonly differing: readonly string[];
  /** what still waits, or was refused */
  readonly stuck: readonly string[];
  /** how often what happened on the way and on the tablets */
  readonly happened: Readonly<Record<string, number>>;
}
