import type { Control, Guide, HelpAction, Line, Rules } from '../contract.ts';
import { follow, forward, helpWith, miss, say, untold, verdictOf } from '../telling.ts';
import { looksReal, sameWords } from '../typed.ts';
import { backLine, did, takeBack, type Undoable, undoable, undoLine } from '../undo.ts';
import { again, good, info } from '../saying.ts';
import { replyParams, type ReplyParams } from './letter.ts';

export type ReplyAction =
  | { type: 'reply' }
  | { type: 'reply-all' }
  | { type: 'back' }
  | { type: 'pick'; suggestion: string }
  /** What was written is looked at and forgotten; nothing written sends the suggestion that was picked. */
  | { type: 'send'; text: string }
  | { type: 'undo' };

export interface ReplyNow {
  /** The answer is being written. */
  writing: boolean;
  picked: string | undefined;
  sent: boolean;
}

export interface ReplyState extends Undoable<ReplyNow> {
  params: ReplyParams;
}

const start = (params: ReplyParams): ReplyState => ({
  ...untold(params.help),
  params,
  ...undoable<ReplyNow>({ writing: false, picked: undefined, sent: false })
});

function reduce(state: ReplyState, action: ReplyAction | HelpAction): ReplyState {
  switch (action.type) {
    case 'help':
      return helpWith(state, guide(state));
    case 'undo':
      return takeBack(state);
    default:
      return state.now.sent ? state : done(state, action);
  }
}

function done(state: ReplyState, action: Exclude<ReplyAction, { type: 'undo' }>): ReplyState {
  const { help, texts } = state.params;
  const { from, others } = texts.mail;
  const { writing } = state.now;
  switch (action.type) {
    case 'reply':
      return writing ? state : forward(did(state, { writing: true }), help, good('practice-inbox.replying', { from }));
    case 'reply-all':
      return writing ? state : miss(state, help, again('practice-inbox.allWouldRead', { others }));
    case 'back':
      return writing ? say(did(state, { writing: false }), info('practice-inbox.inMail')) : state;
    case 'pick':
      return writing ? picked(state, action.suggestion) : state;
    case 'send':
      return writing ? sent(state, action.text) : state;
  }
}

function picked(state: ReplyState, id: string): ReplyState {
  if (!state.params.suggestions.some((one) => one.id === id)) return state;
  return say(did(state, { picked: id }), info('practice-inbox.picked'));
}

/** Any answer of one's own is fine, unless it holds what seems real. */
function sent(state: ReplyState, text: string): ReplyState {
  const { help, suggestions, texts } = state.params;
  const isWritten = text.trim() !== '';
  if (isWritten && looksReal(text)) return miss(state, help, again('practice-inbox.realReply'));
  const same = (id: string): boolean => sameWords(text, texts.suggestions[id]?.text ?? '');
  const used = suggestions.find(({ id }) => (isWritten ? same(id) : id === state.now.picked));
  if (!isWritten && !used) return say(state, info('practice-inbox.emptyReply'));
  if (used && !used.ok)
    return miss(state, help, again('practice-inbox.tooMuch', { why: texts.suggestions[used.id]?.why ?? '' }));
  return forward(did(state, { sent: true }), help, good('practice-inbox.sent', { from: texts.mail.from }));
}

function guide({ now, params }: ReplyState): Guide<ReplyAction> | undefined {
  if (now.sent) return undefined;
  if (!now.writing) return { action: { type: 'reply' }, saying: info('practice-inbox.guideReply') };
  const isOk = params.suggestions.some(({ id, ok }) => ok && id === now.picked);
  if (isOk) return { action: { type: 'send', text: '' }, saying: info('practice-inbox.guideSend') };
  const suggestion = params.suggestions.find(({ ok }) => ok)?.id ?? '';
  const name = params.texts.suggestions[suggestion]?.text ?? '';
  return { action: { type: 'pick', suggestion }, saying: info('practice.guide.tap', { name }) };
}

type ReplyLine = Line<ReplyAction>;

/** The pretend mail app in words: the e-mail, or the answer to it. */
function lines({ now, params }: ReplyState): ReplyLine[] {
  const { mail, subject } = params.texts;
  if (now.sent) return [{ id: 'sent', words: info('practice-inbox.sent', { from: mail.from }) }, undoLine];
  if (now.writing)
    return [
      { id: 'to', words: info('practice-inbox.to', { from: mail.from, address: mail.address }) },
      { id: 'subject', words: info('practice-inbox.subject', { subject }) },
      ...answerLines(now, params),
      backLine,
      undoLine
    ];
  return [
    { id: 'from', words: info('practice-inbox.from', { from: mail.from }) },
    { id: 'address', words: info('practice-inbox.address', { address: mail.address }) },
    { id: 'subject', words: info('practice-inbox.subject', { subject: mail.subject }) },
    { id: 'others', words: info('practice-inbox.others', { others: mail.others }) },
    ...mail.lines.map((words, index) => ({ id: `line-${index}`, words })),
    { id: 'reply', words: info('practice-inbox.reply'), action: { type: 'reply' } },
    { id: 'reply-all', words: info('practice-inbox.replyAll'), action: { type: 'reply-all' } },
    undoLine
  ];
}

function answerLines({ picked: chosen }: ReplyNow, { suggestions, texts }: ReplyParams): ReplyLine[] {
  const text = texts.suggestions[chosen ?? '']?.text;
  return [
    {
      id: 'answer',
      words: text ?? info('practice-inbox.stillEmpty'),
      write: { label: info('practice-inbox.answer'), action: (written) => ({ type: 'send', text: written }) }
    },
    ...suggestions.map(({ id }): ReplyLine => ({
      id: `pick-${id}`,
      words: texts.suggestions[id]?.text ?? id,
      action: { type: 'pick', suggestion: id }
    })),
    { id: 'send', words: info('practice-inbox.send'), action: { type: 'send', text: '' } }
  ];
}

/** The control of an action, the same on the screen and in the list. */
function control(action: ReplyAction): Control {
  switch (action.type) {
    case 'pick':
      return { id: `pick-${action.suggestion}` };
    case 'send':
      return action.text === '' ? { id: 'send' } : { id: 'send', write: { into: 'answer', text: action.text } };
    default:
      return { id: action.type };
  }
}

/** Mode reply: answer the person who has written, and no one else, without giving away too much. */
export const reply: Rules<ReplyParams, ReplyState, ReplyAction> = {
  paramsSchema: replyParams,
  start,
  reduce,
  guide,
  lines,
  control,
  judge: (state) =>
    verdictOf(state, state.params.texts.asks, state.now.sent ? 2 : state.now.writing ? 1 : 0, guide(state)),
  solve: (params) => follow(start(params), guide, reduce)
};
