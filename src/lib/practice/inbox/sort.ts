import type { HelpAction, Rules } from '../contract.ts';
import { follow, forward, helpWith, miss, say } from '../telling.ts';
import { did, takeBack } from '../undo.ts';
import { again, good, info } from '../saying.ts';
import { control, guide, lines } from './guide.ts';
import { sortParams, type InboxParams } from './mails.ts';
import {
  doneOf,
  foundIn,
  isMarking,
  mailAt,
  openMail,
  partWords,
  start,
  type InboxAction,
  type InboxState,
  type Place,
  type Written
} from './state.ts';

function reduce(state: InboxState, action: InboxAction | HelpAction): InboxState {
  switch (action.type) {
    case 'help':
      return helpWith(state, guide(state));
    case 'open':
      return opened(state, action.mail);
    case 'back':
      return wentBack(state);
    case 'undo':
      return takeBack(state);
    default: {
      const open = openMail(state);
      return open && state.now.page === undefined ? done(state, open, action) : state;
    }
  }
}

function opened(state: InboxState, id: string): InboxState {
  const written = mailAt(state, id);
  if (!written || state.now.open === id) return state;
  const next = did(state, { open: id, page: undefined, looked: [] });
  const { from } = written.words;
  return say(
    next,
    info(isMarking(next, written.mail) ? 'practice-inbox.findMarks' : 'practice-inbox.opened', { from })
  );
}

function wentBack(state: InboxState): InboxState {
  const { open, page } = state.now;
  if (page !== undefined) return say(did(state, { page: undefined }), info('practice-inbox.inMail'));
  return open === undefined ? state : say(did(state, { open: undefined }), info('practice-inbox.inList'));
}

/** What can be done with the open e-mail. */
function done(
  state: InboxState,
  open: Written,
  action: Exclude<InboxAction, { type: 'open' | 'back' | 'undo' }>
): InboxState {
  switch (action.type) {
    case 'keep':
      return sorted(state, open, 'kept');
    case 'report':
      return sorted(state, open, 'reported');
    case 'look':
      return looked(state, open, action.link);
    case 'follow':
      return followed(state, open, action.link);
    case 'mark':
      return marked(state, open, action.part);
  }
}

/** A wrong place is taken as well: the answer says why, and the other key puts it right. */
function sorted(state: InboxState, { mail, words }: Written, place: Place): InboxState {
  const { help, find } = state.params;
  const { why } = words;
  const isRight = mail.scam === (place === 'reported');
  const next =
    state.now.sorted[mail.id] === place ? state : did(state, { sorted: { ...state.now.sorted, [mail.id]: place } });
  if (!isRight)
    return miss(next, help, again(mail.scam ? 'practice-inbox.keptScam' : 'practice-inbox.reportedReal', { why }));
  if (!mail.scam) return forward(next, help, good('practice-inbox.keptReal', { why }));
  if (isMarking(next, mail)) return forward(next, help, good('practice-inbox.reportedFind', { count: find }));
  return forward(next, help, good('practice-inbox.reportedScam', { why }));
}

function looked(state: InboxState, { mail }: Written, id: string): InboxState {
  const link = mail.links.find((one) => one.id === id);
  if (!link) return state;
  const { looked: before } = state.now;
  const next = before.includes(id) ? state : did(state, { looked: [...before, id] });
  return say(next, info('practice-inbox.target', { target: link.target }));
}

function followed(state: InboxState, { mail, words }: Written, id: string): InboxState {
  if (!mail.links.some((one) => one.id === id)) return state;
  const next = did(state, { page: id });
  if (mail.scam) return miss(next, state.params.help, again('practice-inbox.halt'));
  return say(next, info('practice-inbox.realPage', { from: words.from }));
}

function marked(state: InboxState, open: Written, part: string): InboxState {
  const { mail, words } = open;
  const { help, find } = state.params;
  if (!isMarking(state, mail) || partWords(open, part) === undefined) return state;
  const before = foundIn(state, mail.id);
  if (before.includes(part)) return say(state, info('practice-inbox.markKnown'));
  if (!mail.marks.includes(part)) return miss(state, help, again('practice-inbox.noMark'));
  const found = [...before, part];
  const mark = words.marks[part] ?? '';
  const next = did(state, { found: { ...state.now.found, [mail.id]: found } });
  if (isMarking(next, mail))
    return forward(next, help, good('practice-inbox.markFound', { mark, found: found.length, find }));
  return forward(next, help, good('practice-inbox.marksDone', { mark }));
}

/** Mode sort: keep what is real, report what is not, and find what gives a scam away. */
export const sort: Rules<InboxParams, InboxState, InboxAction> = {
  paramsSchema: sortParams,
  start,
  reduce,
  guide,
  lines,
  control,
  judge: (state) => {
    const { mails, texts } = state.params;
    const open = openMail(state);
    const next = guide(state);
    const reached = doneOf(state);
    return {
      done: reached === mails.length,
      helped: state.helped,
      hints: next ? [next.saying] : [],
      ask: (open && isMarking(state, open.mail) ? texts.asks[1] : texts.asks[0]) ?? '',
      reached,
      goals: mails.length
    };
  },
  solve: (params) => follow(start(params), guide, reduce)
};
