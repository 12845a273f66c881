import type { TFunction } from 'i18next';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { leadsOn, type Lesson, type Step } from '$lib/content/lesson';
import { serve } from '$lib/content/served.server';
import { provideI18n } from '$lib/i18n/context';
import { locales, type Locale } from '$lib/i18n/locales';
import { loadMessages } from '$lib/i18n/messages';
import { sentencesIn } from '$lib/learning/aloud/sentences';
import Answering from '$lib/learning/answering/Answering.svelte';
import { nextIn, Player, providePlayer } from '$lib/learning/player.svelte';
import StepView from '$lib/learning/step/StepView.svelte';
import { isSeen, partsOf } from '../support/markup';
import { ownContent, pictureNames } from '../support/own-content';
import { textOf } from '../support/read-text';

const { files } = serve(ownContent, pictureNames);
const lessons: Lesson[] = [...files].flatMap(([path, text]) =>
  path.includes('/lessons/') ? [JSON.parse(text) as Lesson] : []
);
const silent = { record: () => undefined, recall: () => Promise.resolve({ answers: {}, practices: {} }) };
/** The server draws an answer that is not chosen once for a pen; on the screen what can be worked at stands in that place. */
const onPaper = '<div class="paper alone';

type Internals = Parameters<Component>[0];

interface State {
  chosen?: number | undefined;
  decided?: number | undefined;
  isHinted?: boolean;
}

/** What somebody can come to at a step: nothing yet, each of its answers and where it leads, all in order, talked about. */
function statesOf({ kind, question }: Step): State[] {
  if (!question) return [{}];
  const { choices, form, hint } = question;
  const chosen = form ? [form.kind === 'talk' ? 0 : choices.length - 2] : choices.map((_, index) => index);
  return [
    {},
    ...chosen.flatMap((one) => {
      // Nobody is helped to decide: there is no wrong answer.
      const state = { chosen: one, isHinted: hint !== undefined && kind !== 'decide' };
      return [state, ...(choices[one]?.next?.choices ?? []).map((_, decided) => ({ ...state, decided }))];
    })
  ];
}

interface At extends State {
  lesson: Lesson;
  step: Step;
  locale: Locale;
  t: TFunction;
}

/** A component as it is drawn on the page of a lesson. */
function drawn(
  { lesson, step, locale, t, chosen, decided, isHinted }: At,
  draw: (internals: Internals) => object
): string {
  const onPage: Component = (internals) => {
    provideI18n({ t, locale, path: (to) => to });
    const player = providePlayer(new Player(lesson, silent));
    if (chosen !== undefined) player.answers[step.id] = chosen;
    if (decided !== undefined) player.answers[nextIn(step)] = decided;
    if (isHinted) player.hinted[step.id] = true;
    return draw(internals);
  };
  return render(onPage, { context: new Map() }).body;
}

/** What is said of a step, sentence by sentence. */
function saidOf(at: At): string[] {
  const { step } = at;
  const whole = drawn(at, (internals) =>
    StepView(internals, { step, number: 1, current: true, live: true, Drawing: undefined })
  );
  const live =
    step.question && (step.question.form || leadsOn(step.question))
      ? drawn(at, (internals) => Answering(internals, { step, live: true }))
      : '';
  const markup = whole.replace(onPaper, () => live + onPaper);
  return sentencesIn(partsOf(markup), isSeen).map(({ text }) => text.replace(/\s+/g, ' ').trim());
}

describe('reading aloud', () => {
  it.each(locales)('says exactly what stands on each step of each lesson, in order: %s', async (locale) => {
    const t = await loadMessages(locale, ['base', 'lesson', 'practice']);
    const own = lessons.filter((lesson) => lesson.locale === locale);
    expect(own.length).toBeGreaterThan(0);
    for (const lesson of own)
      for (const step of lesson.steps)
        for (const state of statesOf(step)) {
          const at = { lesson, step, t, ...state };
          expect(saidOf({ ...at, locale }), `${lesson.id}/${step.id} ${JSON.stringify(state)}`).toEqual(textOf(at));
        }
  });
});
