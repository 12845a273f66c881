import { takeOrders } from './fuzz/attacker';
import { fuzz } from './fuzz/run';

/**
 * `npm run test:fuzz -- --requests 100000 [--seed 7] [--only 4711] [--calm]`. The same program, started by itself, is
 * the attacker: an own process, so that what the honest tablets wait for is the server and not its attacker.
 */
if (process.send) takeOrders();
else process.exitCode = await fuzz(process.argv.slice(2));
