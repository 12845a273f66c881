import type { Locale } from '../i18n/locales';
import type { Compiled } from './compile';
import { systems, type Guide } from './guide';
import type { GuideName, Lesson } from './lesson';

/** The guides of a language, by id. One of whose lessons none is written in it has no place there. */
export function guidesIn({ guides, courses }: Compiled, locale: Locale): Guide[] {
  return guides.flatMap(({ facts, audience, written }) => {
    const text = written.find((one) => one.locale === locale)?.text;
    const lessons = facts.lessons.flatMap((id) => {
      const course = courses.find((one) => one.lessons.some((lesson) => lesson.facts.id === id));
      const title = course?.lessons.find((lesson) => lesson.facts.id === id)?.byLocale.get(locale)?.title;
      return course && title !== undefined ? [{ course: course.facts.id, lesson: id, title }] : [];
    });
    const theme = courses.find(({ facts: { id } }) => id === lessons[0]?.course)?.facts.title[locale];
    if (!text || theme === undefined) return [];
    const ways = systems.flatMap((system) => {
      const standing = facts.ways[system];
      const steps = text.ways.find((way) => way.system === system)?.steps;
      return standing && steps ? [{ ...standing, system, steps }] : [];
    });
    return [{ id: facts.id, locale, audience, title: text.title, theme, lessons, intro: text.intro, ways }];
  });
}

/** What a lesson, its entry and its step name of its guides: nothing where it has none. */
export function guidesOf(guides: readonly Guide[], lesson: string): { guides?: GuideName[] } {
  const own = guides.filter(({ lessons }) => lessons.some((one) => one.lesson === lesson));
  return own.length === 0 ? {} : { guides: own.map(({ id, title }) => ({ id, title })) };
}

/** A lesson whose steps that are to be tried name its guides. */
export function withGuides(lesson: Lesson, named: { guides?: GuideName[] }): Lesson {
  return { ...lesson, steps: lesson.steps.map((step) => (step.kind === 'try' ? { ...step, ...named } : step)) };
}
