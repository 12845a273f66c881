import { personOnDevice } from '$lib/access/person.svelte';
import { opened } from '$lib/sync/opened.svelte';
import type { Recorder } from './recorder';

/** Records under the person on the device. The engine and its database are loaded with the first deed. */
export const deviceRecorder: Recorder = {
  record(deed) {
    const person = personOnDevice.id;
    const stream = deed.type === 'answer.given' ? `learner/${person}` : `progress/${person}`;
    const { type, data } = deed;
    opened.record({ stream, type, data, by: `person/${person}` });
  },
  async recall(lesson) {
    const [engine, { recall }] = await Promise.all([opened.open(), import('./recall.browser')]);
    const { id, current } = personOnDevice;
    // Asked for when the picture was tapped; a page that was left too soon may have cut that off.
    if (current) await engine.follow(`learner/${id}`);
    return recall(engine, id, lesson);
  }
};
