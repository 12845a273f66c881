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

const people = {
  members: () => [{ id: 'anna' }, { id: 'bernd' }],
  keptOf: (id: string) => (id === 'anna-too' ? 'anna' : id)
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
