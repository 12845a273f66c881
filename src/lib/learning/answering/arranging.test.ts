import { describe, expect, it } from 'vitest';
import type { AnswerForm, Lesson, Question, Step } from '$lib/content/lesson';
import { Player } from '../player.svelte';
import type { Deed } from '../recorder';
import { matched, moved, solvedOf } from './arrangement';
import { Arranging } from './arranging.svelte';

const said = (text: string) => [[{ text }]];
const things = ['Auflegen', 'Atmen', 'Wählen'];

/** A person at a step with three things. @param before what they came to earlier */
function atStep(form: AnswerForm, before?: number) {
  const question: Question = {
    prompt: said('Was zuerst?'),
    choices: [
      ...things.map((thing) => ({ right: false, sentences: said(thing), feedback: said(`${thing} gehört hierher.`) })),
      { right: true, sentences: [], feedback: said('Genau.') },
      { right: false, neutral: true, sentences: [], feedback: [] }
    ],
    form
  };
  const kind = form.kind;
  const step: Step = { id: 'one', kind, title: 'Reihe', blocks: [], words: [], question };
  const lesson: Lesson = {
    ...{ id: 'call', code: 'X', course: 'safe', locale: 'de', title: 'T', goal: 'G', minutes: 5, steps: [step] }
  };
  const deeds: Deed[] = [];
  const player = new Player(lesson, {
    record: (deed) => void deeds.push(deed),
    recall: () => Promise.resolve({ answers: {}, practices: {} })
  });
  if (before !== undefined) player.answers['one'] = before;
  const answers = () => deeds.flatMap((deed) => (deed.type === 'answer.given' ? [deed.data] : []));
  return { arranging: new Arranging(player, step, question), player, step, deeds, answers };
}

describe('whoever arranges', () => {
  it('is told about the first thing that is not where it belongs, until they change something', () => {
    const { arranging, answers, player } = atStep({ kind: 'order' });
    expect(arranging.told).toBeUndefined();
    arranging.check();
    expect(arranging.told).toBe(0);
    expect(answers()).toMatchObject([{ step: 'one', choice: 0, right: false }]);
    expect(player.hinted['one']).toBe(true);
    expect(player.settled).toBe(false);
    arranging.go(moved(arranging.now, 0, 1));
    expect(arranging.told).toBeUndefined();
    arranging.back();
    expect(arranging.told).toBe(0);
  });

  it('is told when all is right, and the step is settled', () => {
    const { arranging, answers, player } = atStep({ kind: 'order' });
    arranging.go(solvedOf(3));
    arranging.check();
    expect(arranging.told).toBe(3);
    expect(answers()).toMatchObject([{ choice: 3, right: true }]);
    expect(player.settled).toBe(true);
  });

  it('is shown how it is right where they do not know it, and can take that back', () => {
    const { arranging, answers, player } = atStep({ kind: 'match', partners: things.map(said) });
    arranging.show();
    expect(arranging.now).toEqual(solvedOf(3));
    expect(arranging.told).toBe(4);
    expect(answers()).toMatchObject([{ choice: 4, right: false }]);
    expect(player.hinted['one']).toBeUndefined();
    arranging.back();
    expect(arranging.now).toEqual([undefined, undefined, undefined]);
    expect(arranging.told).toBeUndefined();
  });

  it('gives no answer while something has no partner', () => {
    const { arranging, answers } = atStep({ kind: 'match', partners: things.map(said) });
    arranging.go(matched(arranging.now, 0, 0));
    arranging.check();
    expect([arranging.told, arranging.isAskedTooSoon]).toEqual([undefined, true]);
    expect(answers()).toEqual([]);
  });

  it.each([
    ['right', 3, solvedOf(3)],
    ['shown', 4, solvedOf(3)]
  ])('who comes back sees what was %s', (_, before, now) => {
    const { arranging } = atStep({ kind: 'order' }, before);
    expect([arranging.now, arranging.told]).toEqual([now, before]);
    arranging.go(moved(arranging.now, 0, 1));
    expect(arranging.told).toBeUndefined();
    arranging.back();
    expect(arranging.now).toEqual(solvedOf(3));
  });

  it('who comes back after a wrong order begins again', () => {
    const { arranging } = atStep({ kind: 'order' }, 1);
    expect([arranging.now, arranging.told]).toEqual([arranging.shuffled, undefined]);
  });
});

it('whoever talked about it has the step done, and nothing else is kept', () => {
  const { player, step, deeds } = atStep({ kind: 'talk', alone: said('Schreiben Sie.') });
  expect(player.settled).toBe(false);
  player.talk(step);
  expect(player.settled).toBe(true);
  expect(deeds).toEqual([{ type: 'step.completed', data: { course: 'safe', lesson: 'call', step: 'one' } }]);
});
