/** The app's files by who needs them without a network; written by scripts/offline-code.js while building. */
declare module '$offline-code' {
  import type { OfflineCode } from '../scripts/offline-code.js';
  export const code: OfflineCode;
}
