/**
 * What a club tablet is there for. `club`: learners and trainers take turns at it. `learners`: it is locked to learning,
 * the office's pages never open on it and the trainers' pages only with their PIN or password. `door`: it stands at the
 * door, asks "Ich bin dabei" or "Ich bin neu", and is locked like that as well (docs/decisions/0029).
 */
export const tabletModes = ['club', 'learners', 'door'] as const;
export type TabletMode = (typeof tabletModes)[number];

/** A tablet's purpose that locks it; nothing where it is everybody's. */
export type LockedMode = Exclude<TabletMode, 'club'>;

export const isLockedMode = (mode: unknown): mode is LockedMode => mode === 'learners' || mode === 'door';
