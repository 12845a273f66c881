import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { leadsOn, plainText, type Choice, type Lesson } from '$lib/content/lesson';
import { serve } from '$lib/content/served.server';
import { provideI18n } from '$lib/i18n/context';
import { loadMessages } from '$lib/i18n/messages';
import Answering from '$lib/learning/answering/Answering.svelte';
import { Player, providePlayer } from '$lib/learning/player.svelte';
import Handout from '$lib/plan/Handout.svelte';
import { ownContent, pictureNames } from '../support/own-content';

const lessons: Lesson[] = [...serve(ownContent, pictureNames).files].flatMap(([path, text]) =>
  path.includes('/lessons/') ? [JSON.parse(text) as Lesson] : []
);
const stories = lessons.flatMap((lesson) =>
  lesson.steps.flatMap((step) => (step.question && leadsOn(step.question) ? [{ lesson, step, ...step.question }] : []))
);
const german = stories.filter(({ lesson }) => lesson.locale === 'de');

/** All that a story says, in order. */
const saidIn = (choices: readonly Choice[]): string[] =>
  choices.flatMap(({ sentences, feedback, next }) => [
    plainText(sentences),
    plainText(feedback),
    ...(next ? [plainText(next.prompt), ...saidIn(next.choices)] : [])
  ]);

/** What the server draws in a story's lesson, as text without white space. */
async function drawn({ lesson }: (typeof stories)[number], draw: (internals: Parameters<Component>[0]) => object) {
  const t = await loadMessages(lesson.locale, ['base', 'lesson', 'practice', 'paper']);
  const onPage: Component = (internals) => {
    provideI18n({ t, locale: lesson.locale, path: (to) => to });
    providePlayer(
      new Player(lesson, { record: () => undefined, recall: () => Promise.resolve({ answers: {}, practices: {} }) })
    );
    return draw(internals);
  };
  return dense(render(onPage, { context: new Map() }).body.replace(/<[^>]+>/g, ''));
}

const dense = (words: string) => words.replace(/\s+/g, '').replaceAll('&amp;', '&');
const timesIn = (text: string, said: string) => text.split(dense(said)).length - 1;

describe('stories that go on', () => {
  it('are in several lessons, in every language of each', () => {
    expect(new Set(german.map(({ lesson }) => lesson.course)).size).toBeGreaterThanOrEqual(5);
    for (const { lesson, step } of german)
      expect(stories.filter((one) => one.lesson.id === lesson.id && one.step.id === step.id).length, lesson.id).toBe(
        lessons.filter(({ id }) => id === lesson.id).length
      );
  });

  it('let a mistake be mended: where one leads on, one of its answers is right', () => {
    for (const { lesson, choices } of stories)
      for (const { next } of choices)
        if (next)
          expect(
            next.choices.some(({ right }) => right),
            lesson.id
          ).toBe(true);
  });

  it('are told to their ends in the document, without a script and on paper', async () => {
    for (const story of stories) {
      const text = await drawn(story, (internals) => Answering(internals, { step: story.step }));
      for (const said of saidIn(story.choices))
        expect(timesIn(text, said), `${story.lesson.id}: ${said}`).toBeGreaterThanOrEqual(2);
    }
  });

  it('can be ticked on the handout of a group, which ends with what comes of each answer', async () => {
    for (const story of german) {
      const { lesson } = story;
      const text = await drawn(story, (internals) => Handout(internals, { lesson, address: 'https://treff.example/' }));
      for (const said of saidIn(story.choices)) expect(timesIn(text, said), `${lesson.id}: ${said}`).toBeGreaterThan(0);
    }
  });
});
