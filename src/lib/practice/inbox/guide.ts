import type { Control, Guide, Line, SayingKey } from '../contract.ts';
import { backLine, undoLine } from '../undo.ts';
import { partsOf } from './mails.ts';
import {
  foundIn,
  isDone,
  isMarking,
  openMail,
  partWords,
  type InboxAction,
  type InboxState,
  type Written
} from './state.ts';

type Move = Guide<InboxAction>;
type MailLine = Line<InboxAction>;

const back: Move = { action: { type: 'back' }, saying: { key: 'practice.guide.back', tone: 'info' } };

const tapOn = (name: string, action: InboxAction): Move => ({
  action,
  saying: { key: 'practice.guide.tap', values: { name }, tone: 'info' }
});

/** The next right move: into the first e-mail that is not done, and through it. */
export function guide(state: InboxState): Move | undefined {
  const { mails, texts } = state.params;
  const next = mails.find((mail) => !isDone(state, mail));
  if (!next) return undefined;
  const open = openMail(state);
  if (!open) return tapOn(texts.mails[next.id]?.from ?? next.id, { type: 'open', mail: next.id });
  if (state.now.page !== undefined || isDone(state, open.mail)) return back;
  return moveIn(state, open);
}

function moveIn(state: InboxState, open: Written): Move {
  const { mail, words } = open;
  if (isMarking(state, mail)) {
    const found = foundIn(state, mail.id);
    const part = mail.marks.find((mark) => !found.includes(mark)) ?? 'address';
    return tapOn(partWords(open, part) ?? part, { type: 'mark', part });
  }
  const key: SayingKey = mail.scam ? 'practice-inbox.guideReport' : 'practice-inbox.guideKeep';
  return {
    action: { type: mail.scam ? 'report' : 'keep' },
    saying: { key, values: { why: words.why }, tone: 'info' }
  };
}

const plain = (id: string, key: SayingKey, values?: Record<string, string>): MailLine => ({
  id,
  words: values ? { key, values, tone: 'info' } : { key, tone: 'info' }
});

/** The pretend mail app in words: the list, an e-mail, or the page behind a link. */
export function lines(state: InboxState): MailLine[] {
  const open = openMail(state);
  if (!open) return [...state.params.mails.map(({ id }) => rowLine(state, id)), undoLine];
  if (state.now.page !== undefined) {
    const key: SayingKey = open.mail.scam ? 'practice-inbox.halt' : 'practice-inbox.realPage';
    return [plain('page', key, { from: open.words.from }), backLine];
  }
  const keys: MailLine[] = [
    { id: 'keep', words: { key: 'practice-inbox.keep', tone: 'info' }, action: { type: 'keep' } },
    { id: 'report', words: { key: 'practice-inbox.report', tone: 'info' }, action: { type: 'report' } }
  ];
  return [...mailLines(state, open), ...(isMarking(state, open.mail) ? [] : keys), backLine, undoLine];
}

/** How an e-mail is sorted, in words. */
export function placeWords(state: InboxState, id: string): { key: SayingKey; tone: 'info' } | undefined {
  const place = state.now.sorted[id];
  if (place === undefined) return undefined;
  return { key: place === 'kept' ? 'practice-inbox.kept' : 'practice-inbox.reported', tone: 'info' };
}

function rowLine(state: InboxState, id: string): MailLine {
  const words = state.params.texts.mails[id];
  const value = placeWords(state, id);
  return {
    id: `open-${id}`,
    words: {
      key: 'practice-inbox.row',
      values: { from: words?.from ?? '', subject: words?.subject ?? '' },
      tone: 'info'
    },
    ...(value ? { value } : {}),
    action: { type: 'open', mail: id }
  };
}

function mailLines(state: InboxState, open: Written): MailLine[] {
  const { mail, words } = open;
  const from: MailLine = plain('from', 'practice-inbox.from', { from: words.from });
  if (isMarking(state, mail)) {
    const found = foundIn(state, mail.id);
    const parts = partsOf(mail, words).map((part): MailLine => {
      const line: MailLine = {
        id: `mark-${part}`,
        words: partWords(open, part) ?? part,
        action: { type: 'mark', part }
      };
      return found.includes(part) ? { ...line, value: { key: 'practice-inbox.found', tone: 'good' } } : line;
    });
    return [from, ...parts];
  }
  return [
    from,
    plain('address', 'practice-inbox.address', { address: words.address }),
    plain('subject', 'practice-inbox.subject', { subject: words.subject }),
    ...Object.entries(words.parts).map(([part, text]) => ({ id: `part-${part}`, words: text })),
    ...mail.links.flatMap(({ id, target }): MailLine[] => {
      const look: MailLine = {
        id: `look-${id}`,
        words: { key: 'practice-inbox.lookAt', values: { link: words.links[id] ?? id }, tone: 'info' },
        action: { type: 'look', link: id }
      };
      const follow: MailLine = {
        id: `follow-${id}`,
        words: { key: 'practice-inbox.link', values: { link: words.links[id] ?? id }, tone: 'info' },
        action: { type: 'follow', link: id }
      };
      return [follow, state.now.looked.includes(id) ? { ...look, value: target } : look];
    })
  ];
}

/** The control of an action, the same on the screen and in the list. */
export function control(action: InboxAction): Control {
  switch (action.type) {
    case 'open':
      return { id: `open-${action.mail}` };
    case 'look':
    case 'follow':
      return { id: `${action.type}-${action.link}` };
    case 'mark':
      return { id: `mark-${action.part}` };
    default:
      return { id: action.type };
  }
}
