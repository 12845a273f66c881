import type { Control, Guide, HelpAction, Line, Rules, Saying } from '../contract.ts';
import { controlsOf, follow, forward, helpWith, miss, say, verdictOf } from '../telling.ts';
import { looksReal, sameWords } from '../typed.ts';
import { did, takeBack, undoLine } from '../undo.ts';
import { again, good, info, told } from '../saying.ts';
import { paramsSchema, type ChatParams, type Pick } from './script.ts';
import {
  bubbles,
  isElsewhere,
  isMarking,
  isRead,
  momentOf,
  nameOf,
  picksNow,
  start,
  wantedText,
  type Bubble,
  type ChatAction,
  type ChatState
} from './state.ts';

export { paramsSchema };

function reduce(state: ChatState, action: ChatAction | HelpAction): ChatState {
  switch (action.type) {
    case 'help':
      return helpWith(state, guide(state));
    case 'next':
      return isRead(state) ? state : readOn(state);
    case 'pick': {
      const pick = picksNow(state).find(({ id }) => id === action.pick);
      return pick ? picked(state, pick) : state;
    }
    case 'mark':
      return isMarking(state) ? marked(state, action.message) : state;
    case 'write':
      return wrote(state, action.text);
    case 'undo':
      return takeBack(state);
  }
}

/** The new message speaks for itself: the thread is a log, which is read out. What was said before is over. */
const readOn = (state: ChatState): ChatState => ({
  ...did(state, { read: state.now.read + 1 }),
  saying: undefined,
  said: state.said + 1
});

/** A step forward: the next moment opens with its first message. */
function onward(state: ChatState, change: Partial<ChatState['now']>, words: Saying): ChatState {
  const moment = state.now.moment + 1;
  const read = Math.min(1, state.params.moments[moment]?.says.length ?? 0);
  return forward(did(state, { ...change, moment, read, marked: [] }), state.params.help, words);
}

function picked(state: ChatState, { id, ok }: Pick): ChatState {
  const words = told(state.params.texts.answers[id], ok ? 'good' : 'again');
  const given = [...state.now.given.filter((one) => one !== id), id];
  if (ok) return onward(state, { given }, words);
  const next = state.now.given.includes(id) ? state : did(state, { given });
  return miss(next, state.params.help, words);
}

function marked(state: ChatState, message: string): ChatState {
  const moment = momentOf(state);
  if (
    moment?.do !== 'mark' ||
    !bubbles(state).some(({ id, who }) => id === message && who !== 'me' && who !== undefined)
  )
    return state;
  const { texts, help } = state.params;
  if (state.now.marked.includes(message)) return say(state, told(texts.marks[message], 'info'));
  if (!moment.marks.includes(message)) return miss(state, help, again('practice-chat.harmless'));
  const found = [...state.now.marked, message];
  const words = told(texts.marks[message], 'good');
  if (found.length >= moment.need) return onward(state, {}, words);
  return say(did({ ...state, misses: 0 }, { marked: found }), words);
}

function wrote(state: ChatState, text: string): ChatState {
  const wanted = wantedText(state);
  if (wanted === undefined) return state;
  const { help, texts } = state.params;
  if (sameWords(text, wanted)) return onward(state, {}, good('practice-chat.sent'));
  if (text.trim() === '') return say(state, info('practice-chat.empty'));
  if (looksReal(text, [wanted, texts.under, ...texts.card])) return say(state, again('practice.frame.noRealData'));
  return miss(state, help, again('practice-chat.otherText', { text: wanted }));
}

function guide(state: ChatState): Guide<ChatAction> | undefined {
  const moment = momentOf(state);
  if (!moment) return undefined;
  if (!isRead(state)) return { action: { type: 'next' }, saying: info('practice-chat.guideNext') };
  const { texts } = state.params;
  switch (moment.do) {
    case 'choose': {
      const pick = moment.picks.find(({ ok }) => ok)?.id ?? '';
      return {
        action: { type: 'pick', pick },
        saying: info('practice.guide.tap', { name: texts.picks[pick] ?? pick })
      };
    }
    case 'mark': {
      const message = moment.marks.find((mark) => !state.now.marked.includes(mark)) ?? '';
      return {
        action: { type: 'mark', message },
        saying: info('practice-chat.guideMark', { text: texts.messages[message] ?? message })
      };
    }
    case 'write': {
      const text = texts.write[moment.id] ?? '';
      return { action: { type: 'write', text }, saying: info('practice-chat.guideWrite', { text }) };
    }
  }
}

const lineOf = (state: ChatState, { id, who, text }: Bubble): Line<ChatAction> => {
  if (who === undefined) return { id, words: text };
  const key = isElsewhere(state, who) ? 'practice-chat.readsElsewhere' : 'practice-chat.reads';
  const words = info(key, { name: nameOf(state, who), text });
  if (!isMarking(state) || who === 'me') return { id, words };
  const isMarked = state.now.marked.includes(id);
  return {
    id,
    words,
    ...(isMarked && { value: info('practice-chat.marked') }),
    action: { type: 'mark', message: id }
  };
};

function lines(state: ChatState): Line<ChatAction>[] {
  const { texts, with: partner } = state.params;
  const next: Line<ChatAction>[] = isRead(state)
    ? []
    : [{ id: 'next', words: info('practice-chat.next'), action: { type: 'next' } }];
  const picks = picksNow(state).map<Line<ChatAction>>(({ id }) => ({
    id: `pick-${id}`,
    words: texts.picks[id] ?? id,
    action: { type: 'pick', pick: id }
  }));
  const wanted = wantedText(state);
  const field: Line<ChatAction>[] =
    wanted === undefined
      ? []
      : [
          {
            id: 'write',
            words: info('practice-chat.wanted', { text: wanted }),
            write: { label: info('practice-chat.field'), action: (text) => ({ type: 'write', text }) }
          }
        ];
  return [
    { id: 'with', words: nameOf(state, partner), value: texts.under },
    ...texts.card.map((words, index) => ({ id: `card-${index}`, words })),
    ...bubbles(state).map((bubble) => lineOf(state, bubble)),
    ...next,
    ...picks,
    ...field,
    undoLine
  ];
}

function control(action: ChatAction): Control {
  switch (action.type) {
    case 'pick':
      return { id: `pick-${action.pick}` };
    case 'mark':
      return { id: `mark-${action.message}` };
    case 'write':
      return { id: 'send', write: { into: 'text', text: action.text } };
    case 'next':
    case 'undo':
      return { id: action.type };
  }
}

/** The pretend messenger: a chat that goes on at the reader's own pace; every answer can be taken back. */
export const chat: Rules<ChatParams, ChatState, ChatAction> = {
  paramsSchema,
  start,
  reduce,
  guide,
  lines,
  judge: (state) => verdictOf(state, state.params.texts.asks, state.now.moment, guide(state)),
  solve: (params) => follow(start(params), guide, reduce),
  control
};

/** The controls that solve a scene, in order. */
export const controls = (params: ChatParams): Control[] => controlsOf(chat, params);
