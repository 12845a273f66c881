import type { Audience, CourseFile } from '../../src/lib/content/lesson';

interface Wanted {
  lessons: string[];
  /** Hash of the words: another number is another version of the lessons. */
  hash?: string;
  practices?: string[];
  audience?: Audience;
}

/** A course for tests: each lesson has one picture of its own name. */
export function aCourse({ lessons, hash = '2', practices = [], audience = 'seniors' }: Wanted): CourseFile {
  return {
    id: 'tablet-basics',
    locale: 'de',
    audience,
    picture: 'sunflower',
    title: 'Mein Tablet',
    summary: 'Die ersten Schritte.',
    minutes: 20,
    sizeBytes: 2000,
    lessons: lessons.map((id) => ({
      id,
      title: id,
      goal: 'Ein Ziel.',
      minutes: 10,
      steps: ['welcome'],
      practices,
      pictures: [id],
      file: `/content/de/lessons/${id}.${hash}.json`,
      sizeBytes: 1000
    }))
  };
}
