import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { err, ok, type Result } from '$lib/base/result';
import { largestBodyBytes } from './wire';

const unpack = promisify(gunzip);

export type BodyError = 'too-much' | 'broken-request';

/** The text of a request's body, unpacked if it came as gzip; never more than a request may carry. */
export async function bodyText(request: Request): Promise<Result<string, BodyError>> {
  const packed = await limited(request);
  if (!packed.ok) return packed;
  if (request.headers.get('content-encoding') !== 'gzip') return ok(packed.value.toString('utf8'));
  try {
    return ok((await unpack(packed.value, { maxOutputLength: largestBodyBytes })).toString('utf8'));
  } catch (error) {
    const isTooLong = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return err(isTooLong ? 'too-much' : 'broken-request');
  }
}

async function limited(request: Request): Promise<Result<Buffer, BodyError>> {
  const announcedBytes = Number(request.headers.get('content-length'));
  if (announcedBytes > largestBodyBytes) return err('too-much');
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  try {
    // A body is never longer than announced; what is not announced is counted as it comes.
    if (announcedBytes > 0) return ok(Buffer.from(await request.arrayBuffer()));
    for await (const chunk of request.body ?? []) {
      sizeBytes += chunk.byteLength;
      if (sizeBytes > largestBodyBytes) return err('too-much');
      chunks.push(chunk);
    }
  } catch (error) {
    // The server in front stops a body that is longer than it allows.
    const isTooLong = typeof error === 'object' && error !== null && 'status' in error && error.status === 413;
    return err(isTooLong ? 'too-much' : 'broken-request');
  }
  return ok(Buffer.concat(chunks));
}
