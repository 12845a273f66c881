/** What a command of the operator is told, and how it says what it found. */
export interface Command {
  readonly dataDir: string;
  /** what stands behind its name */
  readonly args: readonly string[];
  /** a line for the operator */
  readonly say: (line: string) => void;
}

/** How a command ends: 0, all is well; 1, something is to be done. */
export type Exit = 0 | 1;
