import { expect, it } from 'vitest';
import { neededInEngineOnly, neededInLesson, neededInRoomOnly } from '../../scripts/code-groups.js';

const routes = '/src/routes/[locale=locale]/(learn)';
const club = '/src/routes/[locale=locale]/(club)';
const importers: Record<string, string[]> = {
  '/src/lib/ui/Button.svelte': ['/src/lib/learning/Player.svelte', '/src/lib/ui/Header.svelte'],
  '/src/lib/learning/Player.svelte': [`${routes}/courses/[course]/[lesson]/+page.svelte`],
  '/src/lib/ui/Header.svelte': ['/src/lib/frame/SitePage.svelte'],
  '/src/lib/attendance/events.ts': ['/src/lib/attendance/MeetingSheet.svelte', '/src/lib/rooms.ts'],
  '/src/lib/attendance/MeetingSheet.svelte': [`${club}/club/meetings/[meeting]/+page.svelte`],
  '/src/lib/live/Seats.svelte': [`${club}/club/meetings/[meeting]/room/+page.svelte`],
  '/src/lib/attendance/closing.ts': ['/src/lib/rooms.ts', '/src/lib/attendance/MeetingSheet.svelte'],
  '/src/lib/family/events.ts': ['/src/lib/rooms.ts', `${routes}/family/+page.svelte`],
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

it.each([
  ['what a meeting shows', '/src/lib/attendance/MeetingSheet.svelte', true],
  ['what others need, too', '/src/lib/attendance/events.ts', false],
  ['what another page of the club shows', '/src/lib/live/Seats.svelte', false]
])('knows what the room alone needs: %s', (_, id, needed) => {
  expect(neededInRoomOnly(id, graph)).toBe(needed);
});

it.each([
  ['what rooms and the club need', '/src/lib/attendance/closing.ts', true],
  ['what a page without the engine needs, too', '/src/lib/family/events.ts', false],
  ['what only pages show', '/src/lib/live/Seats.svelte', false]
])('knows what the engine alone needs: %s', (_, id, needed) => {
  expect(neededInEngineOnly(id, graph)).toBe(needed);
});
