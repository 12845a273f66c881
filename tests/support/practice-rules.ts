import { parse as valid } from 'valibot';
import type { Locale } from '../../src/lib/i18n/locales';
import { agreement } from '../../src/lib/practice/agreement/rules';
import { bank } from '../../src/lib/practice/bank/rules';
import { blocks } from '../../src/lib/practice/blocks/rules';
import { call } from '../../src/lib/practice/call/rules';
import { chat } from '../../src/lib/practice/chat/rules';
import { consent } from '../../src/lib/practice/consent/rules';
import type { Rules, Told } from '../../src/lib/practice/contract';
import { form } from '../../src/lib/practice/form/rules';
import { reply } from '../../src/lib/practice/inbox/reply';
import { paramsSchema as inboxSchema } from '../../src/lib/practice/inbox/rules';
import { sort } from '../../src/lib/practice/inbox/sort';
import { keyboard } from '../../src/lib/practice/keyboard/rules';
import { lootbox } from '../../src/lib/practice/lootbox/rules';
import { parental } from '../../src/lib/practice/parental/rules';
import { photo } from '../../src/lib/practice/photo/rules';
import { qr } from '../../src/lib/practice/qr/rules';
import { search } from '../../src/lib/practice/search/rules';
import { sensor } from '../../src/lib/practice/sensor/rules';
import { settings } from '../../src/lib/practice/settings/rules';
import { shop } from '../../src/lib/practice/shop/rules';
import { timeplan } from '../../src/lib/practice/timeplan/rules';
import { apps } from '../../src/lib/practice/touch/apps';
import { paramsSchema as touchSchema } from '../../src/lib/practice/touch/rules';
import { scroll } from '../../src/lib/practice/touch/scroll';
import { tap } from '../../src/lib/practice/touch/tap';
import { zoom } from '../../src/lib/practice/touch/zoom';
import { readScene } from './scenes';

/** What a state has whose steps can be taken back: a part of it (undo.ts), or all of it (reversible.ts). */
export interface Kept {
  now?: object;
  past?: readonly object[];
  before?: object | undefined;
}

/** What can be asked of any kind of practice. */
type Use<Answer> = <Params, State extends Told & Kept, Action>(
  rules: Rules<Params, State, Action>,
  params: Params
) => Answer;

type Hand = <Answer>(raw: unknown, use: Use<Answer>) => Answer;

const handed =
  <Params, State extends Told & Kept, Action>(rules: Rules<Params, State, Action>): Hand =>
  (raw, use) =>
    use(rules, valid(rules.paramsSchema, raw));

const toInbox: Hand = (raw, use) => {
  const mails = valid(inboxSchema, raw);
  return mails.ask === 'reply' ? use(reply, mails) : use(sort, mails);
};

const toTouch: Hand = (raw, use) => {
  const params = valid(touchSchema, raw);
  switch (params.mode) {
    case 'tap':
      return use(tap, params);
    case 'scroll':
      return use(scroll, params);
    case 'zoom':
      return use(zoom, params);
    case 'apps':
      return use(apps, params);
  }
};

const ofKind: Readonly<Record<string, Hand>> = {
  agreement: handed(agreement),
  bank: handed(bank),
  blocks: handed(blocks),
  call: handed(call),
  chat: handed(chat),
  consent: handed(consent),
  form: handed(form),
  inbox: toInbox,
  keyboard: handed(keyboard),
  lootbox: handed(lootbox),
  parental: handed(parental),
  photo: handed(photo),
  qr: handed(qr),
  search: handed(search),
  sensor: handed(sensor),
  settings: handed(settings),
  shop: handed(shop),
  timeplan: handed(timeplan),
  touch: toTouch
};

/** Hands a scene of the content, in one language, to the rules that it belongs to. */
export function withRules<Answer>(
  { kind, scene, locale }: { kind: string; scene: string; locale: Locale },
  use: Use<Answer>
): Answer {
  const hand = ofKind[kind];
  if (!hand) throw new Error(`No rules for the kind ${kind}: add them here.`);
  return hand(readScene(kind, scene, locale), use);
}
