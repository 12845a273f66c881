import { expect, it } from 'vitest';
import { aCourse } from '../../../tests/support/course-file';
import { audiences } from '../content/lesson';
import { loadMessages } from '../i18n/messages';
import { wordsAround } from './load';

const young = ['children', 'makers', 'volunteers'];

it.each(audiences)('around a lesson for %s the words speak as the lesson does', async (audience) => {
  const told = await loadMessages('de', ['base', 'lesson', 'device', 'practice', 'practice-inbox']);
  const t = await wordsAround(aCourse({ lessons: ['one'], audience }), told, ['inbox']);
  const isDu = young.includes(audience);
  expect(t('learning.finish.can')).toBe(isDu ? 'Das kannst du jetzt' : 'Das können Sie jetzt');
  expect(t('notes.dialog.help')).toMatch(isDu ? /^Nur du/ : /^Nur Sie/);
  expect(t('downloads.course.why', { size: '1 MB' })).toMatch(isDu ? /^Lade den/ : /^Laden Sie den/);
  expect(t('practice.card')).toBe(isDu ? 'Deine Karte' : 'Ihre Karte');
  expect(t('practice-inbox.answer')).toBe(isDu ? 'Deine Antwort' : 'Ihre Antwort');
});
