import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { guidance } from './guidance';

const lesson = readFileSync('content/courses/money-time-rules/05-plan-time/lesson.yaml', 'utf8');
const facts = lesson.split('  - claim: ').slice(1);

test.each(guidance)('the guide values of $source are a fact of the lesson, looked up on the same day', (value) => {
  const fact = facts.find((one) => one.includes(`url: https://${value.source}/`));
  expect(fact).toContain(`checked: ${value.checked}`);
});
