import * as v from 'valibot';
import { version } from '$app/environment';

/** Where the build names its version; Kit writes it beside the files of the app. */
const versionAddress = '/_app/version.json';
const answerSchema = v.object({ version: v.string() });

/** The version that runs here, short enough to be read out on the telephone. */
export const shownVersion = version.slice(0, 8);

/** Whether the server has another version than the one that runs here; nothing where it cannot be asked. */
export async function versionAtServer(): Promise<'current' | 'newer' | undefined> {
  try {
    const answer = await fetch(versionAddress, { cache: 'no-store' });
    const said = v.safeParse(answerSchema, answer.ok ? await answer.json() : undefined);
    if (!said.success) return undefined;
    return said.output.version === version ? 'current' : 'newer';
  } catch {
    return undefined;
  }
}
