import { untold } from '../telling.ts';
import { undoable, type Undoable } from '../undo.ts';
import type { ChatParams, Moment, Pick } from './script.ts';

export type ChatAction =
  /** "Weiter lesen": the next message. */
  | { type: 'next' }
  | { type: 'pick'; pick: string }
  | { type: 'mark'; message: string }
  /** What was written is compared and forgotten. */
  | { type: 'write'; text: string }
  | { type: 'undo' };

interface Now {
  /** The moment that is open; the number of moments when the script has ended. */
  moment: number;
  /** How many of the open moment's messages were read. */
  read: number;
  /** The answers that were given, in their order. */
  given: readonly string[];
  /** The messages that were marked in the open moment. */
  marked: readonly string[];
}

export interface ChatState extends Undoable<Now> {
  params: ChatParams;
}

/** The chat with its first message; everything else comes when the person reads on. */
export const start = (params: ChatParams): ChatState => ({
  ...untold(params.help),
  params,
  ...undoable({ moment: 0, read: Math.min(1, params.moments[0]?.says.length ?? 0), given: [], marked: [] })
});

export const momentOf = ({ params, now }: ChatState): Moment | undefined => params.moments[now.moment];

/** Whether all that is written by now was read. */
export function isRead(state: ChatState): boolean {
  const moment = momentOf(state);
  return moment === undefined || state.now.read >= moment.says.length;
}

/** What can be chosen now. */
export function picksNow(state: ChatState): readonly Pick[] {
  const moment = momentOf(state);
  return moment?.do === 'choose' && isRead(state) ? moment.picks : [];
}

/** The message that is to be written now. */
export function wantedText(state: ChatState): string | undefined {
  const moment = momentOf(state);
  return moment?.do === 'write' && isRead(state) ? state.params.texts.write[moment.id] : undefined;
}

/** Whether messages can be marked now. */
export const isMarking = (state: ChatState): boolean => momentOf(state)?.do === 'mark' && isRead(state);

/** One bubble of the chat, or a line that says what was done besides writing. */
export interface Bubble {
  id: string;
  /** A name of `people`, "me", or nobody: then it is what was done. */
  who: string | undefined;
  text: string;
  at: string | undefined;
}

/** All that stands in the chat, the oldest first. */
export function bubbles(state: ChatState): Bubble[] {
  const { params, now } = state;
  return params.moments.slice(0, now.moment + 1).flatMap((moment, index) => {
    const says = index === now.moment ? moment.says.slice(0, now.read) : moment.says;
    return [...says.map((message) => bubbleOf(state, message)), ...answersIn(state, moment, index < now.moment)];
  });
}

function bubbleOf(
  { params }: ChatState,
  { id, who, at }: { id: string; who: string; at?: string | undefined }
): Bubble {
  return { id, who, at, text: params.texts.messages[id] ?? id };
}

function answersIn(state: ChatState, moment: Moment, isPast: boolean): Bubble[] {
  const { texts } = state.params;
  if (moment.do === 'write')
    return isPast ? [{ id: moment.id, who: 'me', at: undefined, text: texts.write[moment.id] ?? '' }] : [];
  if (moment.do === 'mark') return [];
  return state.now.given.flatMap((given) => {
    const pick = moment.picks.find(({ id }) => id === given);
    if (!pick) return [];
    const who = pick.does === 'write' ? 'me' : undefined;
    const own: Bubble = { id: `given-${given}`, who, at: undefined, text: texts.picks[given] ?? given };
    return [own, ...pick.then.map((message) => bubbleOf(state, message))];
  });
}

/** Whether the chat is with a group: then each message says who wrote it. */
export const isGroup = ({ people, with: partner }: ChatParams): boolean => people.every(({ id }) => id !== partner);

/** Whether somebody writes from outside this chat, as the real son does while a stranger is at it. */
export const isElsewhere = ({ params }: ChatState, who: string): boolean =>
  who !== 'me' && who !== params.with && !isGroup(params);

export const nameOf = ({ params }: ChatState, who: string): string => params.texts.names[who] ?? who;
