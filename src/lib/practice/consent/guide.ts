import type { Control, Guide, Line, Saying, SayingKey } from '../contract.ts';
import {
  currentOf,
  hasNext,
  isThrough,
  showsDeny,
  staysOn,
  wrongIn,
  type ConsentAction,
  type ConsentState,
  type Current
} from './state.ts';

type Move = Guide<ConsentAction>;
type ConsentLine = Line<ConsentAction>;
type Plain = Exclude<ConsentAction['type'], 'toggle'>;

/** The word on each key; "no" of a pushing banner has its own. */
const keyWords = {
  accept: 'practice-consent.accept',
  deny: 'practice-consent.deny',
  settings: 'practice-consent.settings',
  back: 'practice.back',
  save: 'practice-consent.save',
  allow: 'practice-consent.allow',
  refuse: 'practice-consent.refuse',
  next: 'practice-consent.next',
  undo: 'practice.undo'
} as const satisfies Record<Plain, SayingKey>;

const guideWords = {
  deny: 'practice-consent.guideDeny',
  denyOther: 'practice-consent.guideDenyOther',
  settings: 'practice-consent.guideSettings',
  save: 'practice-consent.guideSave',
  allow: 'practice-consent.guideAllow',
  refuse: 'practice-consent.guideRefuse',
  next: 'practice-consent.guideNext'
} as const satisfies Record<string, SayingKey>;

const move = (type: Exclude<keyof typeof guideWords, 'denyOther'>, values: Record<string, string> = {}): Move => ({
  action: { type },
  saying: { key: guideWords[type], values, tone: 'info' }
});

const denyMove = ({ words: { deny } }: Current): Move =>
  deny === undefined
    ? move('deny')
    : { action: { type: 'deny' }, saying: { key: guideWords.denyOther, values: { word: deny }, tone: 'info' } };

/** The next right move: to the switches or straight to "no", and on to the next round. */
export function guide(state: ConsentState): Move | undefined {
  const current = currentOf(state);
  if (isThrough(state)) return hasNext(state) ? move('next') : undefined;
  switch (state.now.layer) {
    case 'banner':
      return showsDeny(current.round) ? denyMove(current) : move('settings');
    case 'closed':
      return move('settings');
    case 'settings':
      return switchMove(state, current);
    case 'dialogs':
      return dialogMove(state, current);
  }
}

function switchMove({ now }: ConsentState, { round, words }: Current): Move {
  const { extra, missing } = wrongIn(round, now.on);
  const purpose = extra ?? missing;
  if (purpose === undefined) return move('save');
  return {
    action: { type: 'toggle', purpose },
    saying: { key: 'practice.guide.tap', values: { name: words.purposes[purpose]?.name ?? purpose }, tone: 'info' }
  };
}

function dialogMove({ now }: ConsentState, { round, words }: Current): Move {
  const asked = round.purposes[now.asked];
  return move(asked?.needed ? 'allow' : 'refuse', { why: (asked && words.purposes[asked.id]?.why) ?? '' });
}

const key = (type: Plain): ConsentLine => ({
  id: type,
  words: { key: keyWords[type], tone: 'info' },
  action: { type }
});
const said = (id: string, words: string | Saying): ConsentLine => ({ id, words });

/** The pretend page or app in words. */
export function lines(state: ConsentState): ConsentLine[] {
  const current = currentOf(state);
  const { words } = current;
  return [said('name', words.name), ...layerLines(state, current), key('undo')];
}

function layerLines(state: ConsentState, current: Current): ConsentLine[] {
  const { round, words } = current;
  switch (state.now.layer) {
    case 'banner':
      return [
        said('banner', words.banner ?? ''),
        key('accept'),
        ...(showsDeny(round) ? [{ ...key('deny'), ...(words.deny !== undefined && { words: words.deny }) }] : []),
        key('settings')
      ];
    case 'settings':
      return [
        said('about', words.about),
        ...round.purposes.map(({ id }): ConsentLine => switchLine(state, current, id)),
        key('save'),
        ...(round.screen === 'cookie' ? [key('accept'), key('back')] : [])
      ];
    case 'dialogs':
      return [said('about', words.about), said('asked', dialogWords(state)), key('allow'), key('refuse')];
    case 'closed':
      return [
        said('about', words.about),
        ...(isThrough(state) && hasNext(state) ? [key('next')] : []),
        ...(round.screen === 'cookie' ? [key('settings')] : [])
      ];
  }
}

function switchLine({ now }: ConsentState, { round, words }: Current, id: string): ConsentLine {
  const isOn = now.on.includes(id);
  const fixed: SayingKey = 'practice-consent.always';
  return {
    id: `toggle-${id}`,
    words: words.purposes[id]?.name ?? id,
    value: { key: staysOn(round, id) ? fixed : isOn ? 'practice.settings.on' : 'practice.settings.off', tone: 'info' },
    action: { type: 'toggle', purpose: id }
  };
}

/** What a dialog asks. */
export function dialogWords(state: ConsentState): Saying {
  const { round, words } = currentOf(state);
  const asked = round.purposes[state.now.asked];
  const name = (asked && words.purposes[asked.id]?.name) ?? '';
  return { key: 'practice-consent.asks', values: { app: words.name, name }, tone: 'info' };
}

/** The control of an action, the same on the screen and in the list. */
export const control = (action: ConsentAction): Control => ({
  id: action.type === 'toggle' ? `toggle-${action.purpose}` : action.type
});
