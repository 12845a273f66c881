import { takeOrders } from './soak/room';
import { soak } from './soak/run';

/**
 * `npm run test:soak -- --tablets 200 --minutes 10 [--brisk]`. The same program, started by itself, holds the tablets:
 * an own process, so that the server has a core for itself.
 */
if (process.send) takeOrders();
else process.exitCode = await soak(process.argv.slice(2));
