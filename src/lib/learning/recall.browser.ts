import type { Engine } from '$lib/sync/engine.browser';
import { answers, answersKey, latestAnswer } from './answers';
import { progress, progressKey } from './progress';
import type { Memory } from './recorder';

/** What a person answered and practised in a lesson before. */
export async function recall(engine: Engine, person: string, lesson: string): Promise<Memory> {
  const [given, row] = await Promise.all([
    engine.rows(answers, { prefix: answersKey(person, lesson, '') }),
    engine.row(progress, progressKey(person, lesson))
  ]);
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
