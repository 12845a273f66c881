import { expect, it } from 'vitest';
import { questions, type Question } from '$lib/learning/notes/questions';
import { anEvent, anId } from '../../../tests/support/events';
import { groupQuestions } from './group-questions';

function asked(id: number, person: string, lesson: string, step = 'a'): Question {
  const data = { course: 'tablet', lesson, step };
  return questions.fold(
    undefined,
    anEvent({ id: anId(id), stream: `progress/${person}`, type: 'question.asked', data })
  );
}

const askedMs = Date.UTC(2026, 10, 24, 9);

const people = {
  members: () => [{ id: 'anna' }, { id: 'bernd' }],
  keptOf: (id: string) => (id === 'anna-too' ? 'anna' : id),
  now: () => askedMs
};

it('shows the questions of the group alone, by lesson and step, and a person of two entries once', () => {
  const rows = [
    asked(1, 'bernd', 'two'),
    asked(2, 'zoe', 'one'),
    asked(3, 'anna', 'one', 'b'),
    asked(4, 'anna-too', 'one', 'b'),
    asked(5, 'anna-too', 'one', 'a')
  ];
  expect(groupQuestions(rows, people).map(({ asker, person, lesson, step }) => [asker, person, lesson, step])).toEqual([
    ['anna', 'anna-too', 'one', 'a'],
    ['anna', 'anna-too', 'one', 'b'],
    ['bernd', 'bernd', 'two', 'a']
  ]);
});

it('lets an answered question go after a month', () => {
  const row = asked(1, 'anna', 'one');
  const data = { course: 'tablet', lesson: 'one', step: 'a', question: row.asking?.id, on: true };
  const answer = anEvent({ id: anId(2), stream: 'progress/anna', type: 'question.answered', data });
  const answered = questions.fold(row, answer);
  const after = (days: number) =>
    groupQuestions([answered], { ...people, now: () => askedMs + days * 86_400_000 }).map(
      ({ isAnswered }) => isAnswered
    );
  expect([after(29), after(31)]).toEqual([[true], []]);
});
