import { spawnSync } from 'node:child_process';

/**
 * Waits until all that was written lies on the disk. A build or a database made just before goes on being written for
 * half a minute, and whoever measures commits beside it measures that. Where there is no `sync`, nothing happens.
 */
export function quietDisk(): void {
  spawnSync('sync', { stdio: 'ignore' });
}
