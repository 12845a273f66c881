import { restoreProof } from './restore/run';

/** `npm run test:restore -- [--tablets 12] [--rounds 40]`: a server is destroyed and comes back from its backup. */
process.exitCode = await restoreProof(process.argv.slice(2));
