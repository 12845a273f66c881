import { courseSchema } from '$lib/content/schemas';
import { readYaml } from '$lib/content/yaml-file';
import type { Locale } from '$lib/i18n/locales';

/** Carried along by the build, because the built server has no content folder. */
const files = import.meta.glob<string>('/content/courses/*/course.yaml', {
  query: '?raw',
  import: 'default',
  eager: true
});

/** The courses that a group can take, by title. */
export function coursesIn(locale: Locale): { id: string; title: string }[] {
  return Object.entries(files)
    .flatMap(([file, text]) => readYaml(courseSchema, { file, text }).value ?? [])
    .map(({ id, title }) => ({ id, title: title[locale] ?? title['de'] ?? id }))
    .sort((a, b) => a.title.localeCompare(b.title, 'de'));
}
