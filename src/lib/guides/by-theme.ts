import type { Guide } from '$lib/content/guide';

/** Guides by theme, each theme where its first guide stands. */
export function byTheme(guides: readonly Guide[]): { theme: string; own: Guide[] }[] {
  const themes = [...new Set(guides.map(({ theme }) => theme))];
  return themes.map((theme) => ({ theme, own: guides.filter((guide) => guide.theme === theme) }));
}
