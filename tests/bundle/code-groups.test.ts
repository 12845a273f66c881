import { expect, it } from 'vitest';
import { neededInLesson } from '../../scripts/code-groups.js';

const routes = '/src/routes/[locale=locale]/(learn)';
const importers: Record<string, string[]> = {
  '/src/lib/ui/Button.svelte': ['/src/lib/learning/Player.svelte', '/src/lib/ui/Header.svelte'],
  '/src/lib/learning/Player.svelte': [`${routes}/courses/[course]/[lesson]/+page.svelte`],
  '/src/lib/ui/Header.svelte': ['/src/lib/frame/SitePage.svelte'],
  // The two know each other.
  '/src/lib/frame/SitePage.svelte': [`${routes}/+page.svelte`, '/src/lib/ui/Header.svelte']
};
const graph = { getModuleInfo: (id: string) => ({ importers: importers[id] ?? [] }) };

it('finds what a lesson needs before it can be used', () => {
  expect(neededInLesson('/src/lib/ui/Button.svelte', graph)).toBe(true);
});

it('finds what only other pages share', () => {
  expect(neededInLesson('/src/lib/ui/Header.svelte', graph)).toBe(false);
});
