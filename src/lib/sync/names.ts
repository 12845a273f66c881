/** The app's database. */
export const databaseName = 'digitaltreff';

/** The lock under which one page exchanges at a time. */
export const lockName = 'digitaltreff.exchange';

/** What the service worker is woken with to send what waits. */
export const syncTag = 'send';
