import { takeShare } from './schedules/share';
import { schedules } from './schedules/run';

/** `npm run test:schedules -- --runs 10000 [--seed 7] [--path 12:0:3]`. Started by itself, it runs a share of them. */
if (process.send) takeShare();
else process.exitCode = await schedules(process.argv.slice(2));
