import { kills } from './run';
import { serve } from './server';

/** `npm run test:kills -- --kills 500 [--seed 7]`. The same program, started by itself, is the server to be killed. */
if (process.send) serve();
else process.exitCode = await kills(process.argv.slice(2));
