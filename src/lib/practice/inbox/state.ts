import { untold } from '../telling.ts';
import { undoable, type Undoable } from '../undo.ts';
import type { InboxParams, Mail, MailWords } from './mails.ts';

export type InboxAction =
  | { type: 'open'; mail: string }
  | { type: 'back' }
  /** Where does this link lead? */
  | { type: 'look'; link: string }
  | { type: 'follow'; link: string }
  | { type: 'keep' }
  | { type: 'report' }
  | { type: 'mark'; part: string }
  | { type: 'undo' };

export type Place = 'kept' | 'reported';

/** What shows of the pretend mail app. */
export interface InboxNow {
  /** The open e-mail; none is the list. */
  open: string | undefined;
  /** The link that was followed: its page shows. */
  page: string | undefined;
  /** The links of the open e-mail whose address was looked at. */
  looked: readonly string[];
  sorted: Readonly<Record<string, Place>>;
  /** The marks found, by e-mail. */
  found: Readonly<Record<string, readonly string[]>>;
}

export interface InboxState extends Undoable<InboxNow> {
  params: InboxParams;
}

export function start(params: InboxParams): InboxState {
  const sorted: Record<string, Place> = {};
  if (params.ask === 'mark') for (const { id } of params.mails) sorted[id] = 'reported';
  return {
    ...untold(params.help),
    params,
    ...undoable<InboxNow>({ open: undefined, page: undefined, looked: [], sorted, found: {} })
  };
}

/** An e-mail with its words. */
export interface Written {
  mail: Mail;
  words: MailWords;
}

/** The e-mail of a name; undefined where there is none. */
export function mailAt({ params }: InboxState, id: string | undefined): Written | undefined {
  const mail = params.mails.find((one) => one.id === id);
  const words = mail && params.texts.mails[mail.id];
  return mail && words && { mail, words };
}

export const openMail = (state: InboxState): Written | undefined => mailAt(state, state.now.open);

/** The words of the address, the subject, a paragraph or a link. */
export function partWords({ words }: Written, part: string): string | undefined {
  if (part === 'address') return words.address;
  return part === 'subject' ? words.subject : (words.parts[part] ?? words.links[part]);
}

export const foundIn = ({ now }: InboxState, mail: string): readonly string[] => now.found[mail] ?? [];

const isSortedRight = ({ now }: InboxState, { id, scam }: Mail): boolean =>
  now.sorted[id] === (scam ? 'reported' : 'kept');

/** Whether this e-mail's marks are looked for now. */
export const isMarking = (state: InboxState, mail: Mail): boolean =>
  mail.scam && isSortedRight(state, mail) && foundIn(state, mail.id).length < state.params.find;

/** Whether nothing more is to be done with this e-mail. */
export const isDone = (state: InboxState, mail: Mail): boolean => isSortedRight(state, mail) && !isMarking(state, mail);

export const doneOf = (state: InboxState): number => state.params.mails.filter((mail) => isDone(state, mail)).length;
