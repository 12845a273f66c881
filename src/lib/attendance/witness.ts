import type { TFunction } from 'i18next';
import type { Snapshot } from '$lib/sync/snapshot';
import type { SeenTablet } from '$lib/sync/wire';
import type { Mark } from './attendance';

/** Who said something, and from which device, as the one at the list calls them. */
export interface Witness {
  who(said: Pick<Mark, 'by'>): string;
  device(said: Pick<Mark, 'tablet'>): string;
}

interface Known {
  readonly t: TFunction;
  readonly snapshot: Snapshot | undefined;
  readonly tablets: readonly SeenTablet[];
}

/** Names where the device knows them: colleagues from the snapshot, tablets as the server saw them last. */
export function witness({ t, snapshot, tablets }: Known): Witness {
  const names = new Map(snapshot?.colleagues?.map(({ id, name }) => [`staff/${id}`, name]));
  const known = new Map([...tablets, ...(snapshot?.tablet ? [snapshot.tablet] : [])].map(({ id, name }) => [id, name]));
  return {
    who: ({ by }) =>
      by === `staff/${snapshot?.staff?.id ?? ''}`
        ? t('attendance.mark.you')
        : (names.get(by) ?? t('attendance.mark.someone')),
    device: ({ tablet }) =>
      tablet === undefined ? t('attendance.mark.ownDevice') : (known.get(tablet) ?? t('attendance.mark.aTablet'))
  };
}
