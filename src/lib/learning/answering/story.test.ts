import { describe, expect, it } from 'vitest';
import type { Choice, Lesson, Step } from '$lib/content/lesson';
import { Player } from '../player.svelte';
import type { Deed } from '../recorder';
import { Story } from './story.svelte';

const said = (text: string) => [[{ text }]];
const choice = (text: string, more: Partial<Choice> = {}): Choice => ({
  ...{ right: false, sentences: said(text), feedback: said(`${text}!`) },
  ...more
});

const next = { prompt: said('Und dann?'), choices: [choice('Auflegen', { right: true }), choice('Bleiben')] };

/** Somebody at a decision whose second and third answers lead on. @param before what they answered earlier */
function atStory(before?: number) {
  const question = {
    prompt: said('Was tun Sie?'),
    choices: [choice('Fragen', { right: true }), choice('Glauben', { next }), choice('Zahlen', { next })]
  };
  const step: Step = { id: 'one', kind: 'decide', title: 'Anruf', blocks: [], words: [], question };
  const lesson: Lesson = {
    ...{ id: 'call', code: 'X', course: 'safe', locale: 'de', title: 'T', goal: 'G', minutes: 5, steps: [step] }
  };
  const deeds: Deed[] = [];
  const player = new Player(lesson, {
    record: (deed) => void deeds.push(deed),
    recall: () => Promise.resolve({ answers: before === undefined ? {} : { one: before }, practices: {} })
  });
  return { story: new Story(player, step, question), player, deeds };
}

describe('a story that goes on', () => {
  it('waits for nothing where an answer leads nowhere', () => {
    const { story, player } = atStory();
    expect(player.settled).toBe(false);
    story.choose(0);
    expect([story.moment, story.decided, player.settled]).toEqual([undefined, undefined, true]);
  });

  it('waits for the second decision, and tells nobody of it', () => {
    const { story, player, deeds } = atStory();
    story.choose(1);
    expect(story.moment).toBe(next);
    expect([story.decided, player.settled]).toEqual([undefined, false]);
    story.decide(1);
    story.decide(0);
    expect([story.decided, player.settled]).toEqual([0, true]);
    expect(deeds).toMatchObject([{ type: 'answer.given', data: { choice: 1, right: false } }]);
    expect(player.hinted).toEqual({});
  });

  it('goes one decision back: the first stays, the moment is closed, and the same answer opens it anew', () => {
    const { story, player, deeds } = atStory();
    story.choose(1);
    story.decide(0);
    story.back();
    expect([story.chosen, story.moment, story.decided]).toEqual([1, undefined, undefined]);
    story.decide(0);
    expect(player.answers).toEqual({ one: 1 });
    story.choose(1);
    expect([story.moment, story.decided, player.settled]).toEqual([next, undefined, false]);
    expect(deeds).toHaveLength(1);
  });

  it('begins anew with another first decision, and keeps on with the same', () => {
    const { story, deeds } = atStory();
    story.choose(1);
    story.decide(0);
    story.choose(1);
    expect(story.decided).toBe(0);
    story.choose(2);
    expect([story.moment, story.decided]).toEqual([next, undefined]);
    story.choose(0);
    expect(story.moment).toBeUndefined();
    expect(deeds).toHaveLength(3);
  });

  it('stands at the first decision after a reload', async () => {
    const { story, player } = atStory(2);
    await player.restore();
    expect([story.chosen, story.moment, story.decided, player.settled]).toEqual([2, next, undefined, false]);
  });
});
