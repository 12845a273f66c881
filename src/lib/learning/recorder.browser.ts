import { personOnDevice } from '$lib/access/person.svelte';
import { getEngine } from '$lib/sync/app.browser';
import { answers, answersKey, latestAnswer } from './answers';
import { progress, progressKey } from './progress';
import type { Recorder } from './recorder';

/** Records under the person on the device. The engine and its database are loaded with the first deed. */
export const deviceRecorder: Recorder = {
  record(deed) {
    const person = personOnDevice.id;
    const stream = deed.type === 'answer.given' ? `learner/${person}` : `progress/${person}`;
    const { type, data } = deed;
    void getEngine().then((engine) => engine.record({ stream, type, data, by: `person/${person}` }));
  },
  async recall(lesson) {
    const person = personOnDevice.id;
    const engine = await getEngine();
    const given = await engine.rows(answers, { prefix: answersKey(person, lesson, '') });
    const row = await engine.row(progress, progressKey(person, lesson));
    return {
      answers: Object.fromEntries(
        given.flatMap((one) => {
          const latest = latestAnswer(one);
          return latest ? [[one.step, latest.choice]] : [];
        })
      ),
      practices: { ...row?.practices }
    };
  }
};
