import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const folder = 'content/courses/understanding-games/03-play-along';
const ages = ['from-four', 'from-eight', 'from-twelve'];

const ideasIn = (text: string, age: string): number => {
  const [, step = ''] = text.split(`{#${age}}`);
  return (step.split('\n## ')[0] ?? '').match(/^\d+\. /gm)?.length ?? 0;
};

it.each(readdirSync(folder).filter((name) => name.endsWith('.md')))(
  '%s has twenty ideas to play along, by age',
  (name) => {
    const ideas = ages.map((age) => ideasIn(readFileSync(`${folder}/${name}`, 'utf8'), age));
    expect(Math.min(...ideas)).toBeGreaterThan(0);
    expect(ideas.reduce((sum, count) => sum + count)).toBe(20);
  }
);
