/** What a request about rights speaks of. */
export interface Place {
  readonly person: string;
  readonly group: string;
  readonly meeting: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
}

export interface Sample {
  readonly stream: string;
  /** whose word it is: the learner's, somebody's of the staff, or the club tablet's own */
  readonly author: 'person' | 'staff' | 'tablet';
  readonly data: unknown;
}

const lesson = { course: 'tablet-basics', lesson: 'tap-swipe-scroll' };
const step = { ...lesson, step: 'tap' };
/** the id of some event: a raise, an offer */
const earlier = '01900000-0000-7000-8000-000000000001';

/** nobody's words */
const sealed = { nonce: 'A'.repeat(16), box: 'A'.repeat(24) };

/** By type of event: one that is right in every way but, perhaps, for who writes it. A new type adds a line. */
export const samples: Readonly<Record<string, (place: Place) => Sample>> = {
  'place.moved': ({ person }) => ({ stream: `progress/${person}`, author: 'person', data: step }),
  'path.chosen': ({ person }) => ({
    stream: `progress/${person}`,
    author: 'person',
    data: { path: 'write-to-family' }
  }),
  'device.chosen': ({ person }) => ({ stream: `progress/${person}`, author: 'person', data: { system: 'android' } }),
  'step.completed': ({ person }) => ({ stream: `progress/${person}`, author: 'person', data: step }),
  'lesson.completed': ({ person }) => ({ stream: `progress/${person}`, author: 'person', data: lesson }),
  'practice.completed': ({ person }) => ({
    stream: `progress/${person}`,
    author: 'person',
    data: { ...step, outcome: 'done' }
  }),
  'answer.given': ({ person }) => ({
    stream: `learner/${person}`,
    author: 'person',
    data: { ...step, choice: 0, right: true }
  }),
  'review.answered': ({ person }) => ({
    stream: `learner/${person}`,
    author: 'person',
    data: { ...step, how: 'remembered' }
  }),
  'note.written': ({ person }) => ({
    stream: `learner/${person}`,
    author: 'person',
    data: { ...step, text: 'lange drücken' }
  }),
  'question.asked': ({ person }) => ({
    stream: `progress/${person}`,
    author: 'person',
    data: { ...step, words: 'Wie fest?' }
  }),
  'question.withdrawn': ({ person }) => ({ stream: `progress/${person}`, author: 'person', data: step }),
  'question.answered': ({ person }) => ({
    stream: `progress/${person}`,
    author: 'staff',
    data: { ...step, question: earlier, on: true }
  }),
  'meeting.opened': ({ meeting, group, date }) => ({
    stream: `meeting/${meeting}`,
    author: 'staff',
    data: { group, date }
  }),
  'attendance.marked': ({ meeting, person }) => ({
    stream: `meeting/${meeting}`,
    author: 'staff',
    data: { person, status: 'present' }
  }),
  'meeting.noted': ({ meeting }) => ({ stream: `meeting/${meeting}`, author: 'staff', data: { text: 'Steckdosen' } }),
  'sheet.closed': ({ meeting }) => ({
    stream: `meeting/${meeting}`,
    author: 'staff',
    data: { start: '14:00', end: '16:00', unitMinutes: 45, marks: [] }
  }),
  'sheet.reopened': ({ meeting }) => ({ stream: `meeting/${meeting}`, author: 'staff', data: { why: 'zu früh' } }),
  'guest.added': ({ meeting }) => ({
    stream: `meeting/${meeting}`,
    author: 'staff',
    data: { person: 'karl', firstName: 'Karl' }
  }),
  'guest.removed': ({ meeting }) => ({ stream: `meeting/${meeting}`, author: 'staff', data: { person: 'karl' } }),
  'guest.proposed': ({ meeting }) => ({
    stream: `meeting/${meeting}`,
    author: 'tablet',
    data: { person: 'karl', firstName: 'Karl', isNew: true }
  }),
  'heads.counted': ({ meeting }) => ({ stream: `meeting/${meeting}`, author: 'staff', data: { count: 12 } }),
  'tally.taken': ({ meeting }) => ({
    stream: `meeting/${meeting}`,
    author: 'staff',
    data: { ages: { '60-74': 9 }, genders: { women: 5, untold: 4 } }
  }),
  'presence.proposed': ({ meeting, person }) => ({ stream: `meeting/${meeting}`, author: 'person', data: { person } }),
  'lesson.planned': ({ meeting }) => ({ stream: `meeting/${meeting}`, author: 'staff', data: lesson }),
  'lesson.dropped': ({ meeting }) => ({
    stream: `meeting/${meeting}`,
    author: 'staff',
    data: { ...lesson, plannings: ['01900000-0000-7000-8000-000000000001'] }
  }),
  'lesson.reached': ({ meeting }) => ({
    stream: `meeting/${meeting}`,
    author: 'staff',
    data: { ...lesson, how: 'done' }
  }),
  'lesson.proposed': ({ meeting }) => ({
    stream: `meeting/${meeting}`,
    author: 'staff',
    data: { ...lesson, on: true }
  }),
  'words.written': ({ meeting }) => ({
    stream: `meeting/${meeting}`,
    author: 'staff',
    data: { part: 'plan', text: 'Ladekabel' }
  }),
  'difficulty.named': ({ meeting }) => ({
    stream: `meeting/${meeting}`,
    author: 'staff',
    data: { what: 'pace', on: true }
  }),
  'call.noted': ({ meeting, person }) => ({
    stream: `meeting/${meeting}`,
    author: 'staff',
    data: { person, state: 'wanted' }
  }),
  'help.raised': ({ meeting }) => ({ stream: `meeting/${meeting}`, author: 'tablet', data: { lastHere: true } }),
  'help.ended': ({ meeting }) => ({ stream: `meeting/${meeting}`, author: 'tablet', data: { call: earlier } }),
  'help.answered': ({ meeting }) => ({
    stream: `meeting/${meeting}`,
    author: 'staff',
    data: { call: earlier, coming: true }
  }),
  'lesson.offered': ({ meeting }) => ({ stream: `meeting/${meeting}`, author: 'staff', data: lesson }),
  'lock.lifted': ({ meeting, person }) => ({ stream: `meeting/${meeting}`, author: 'staff', data: { person } }),
  'offer.withdrawn': ({ meeting }) => ({ stream: `meeting/${meeting}`, author: 'staff', data: { offer: earlier } }),
  'offer.answered': ({ meeting }) => ({
    stream: `meeting/${meeting}`,
    author: 'tablet',
    data: { offer: earlier, answer: 'opened' }
  }),
  'agreement.begun': () => ({ stream: 'family/f1', author: 'person', data: { agreement: 'one' } }),
  'rule.written': () => ({
    stream: 'family/f1',
    author: 'person',
    data: { agreement: 'one', rule: 'at-table', by: 'all', on: true }
  }),
  'rule.answered': () => ({
    stream: 'family/f1',
    author: 'person',
    data: { agreement: 'one', rule: 'at-table', who: 'child', says: 'yes', about: earlier }
  }),
  'detail.written': () => ({
    stream: 'family/f1',
    author: 'person',
    data: { agreement: 'one', what: 'child', text: 'Mia' }
  }),
  'agreement.signed': () => ({
    stream: 'family/f1',
    author: 'person',
    data: { agreement: 'one', who: 'child', on: true, writings: [earlier], name: 'Mia' }
  }),
  'time.entered': () => ({
    stream: 'family/f1',
    author: 'person',
    data: { week: '2026-11-23', day: 0, kind: 'screen', column: 'was', quarters: 4 }
  }),
  'child.named': () => ({
    stream: 'family/f1',
    author: 'person',
    data: { child: 'ben', name: 'Ben' }
  }),
  'family.sealed': () => ({ stream: 'family/f1', author: 'tablet', data: sealed }),
  'family.moved': () => ({ stream: 'family/f1', author: 'tablet', data: sealed }),
  'family.joined': () => ({
    stream: 'family/f1',
    author: 'tablet',
    data: {
      ...{ family: 'f1', secret: 'A'.repeat(43), name: 'Handy' },
      device: { publicKey: `${'A'.repeat(87)}=`, privateKey: 'AAAA' }
    }
  }),
  'family.left': () => ({ stream: 'family/f1', author: 'tablet', data: { family: 'f1', why: 'left' } })
};
