import * as v from 'valibot';
import { parseId } from './id';

/** A UUIDv7 that somebody else has made: it comes over the network, or out of a browser's storage. */
export const idSchema = v.pipe(
  v.string(),
  v.check((text) => parseId(text) !== undefined)
);
