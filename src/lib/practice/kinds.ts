import type { GenericSchema } from 'valibot';
import * as v from 'valibot';
import type { Control } from './contract.ts';
import * as bank from './bank/rules.ts';
import * as call from './call/rules.ts';
import * as chat from './chat/rules.ts';
import * as keyboard from './keyboard/rules.ts';
import * as settings from './settings/rules.ts';
import * as shop from './shop/rules.ts';
import * as touch from './touch/rules.ts';

/** What the house knows of a kind of practice without its screen: content checker, tests, worksheets. */
export interface PracticeKind {
  paramsSchema: GenericSchema<unknown, unknown>;
  /** The controls that solve a scene, in order. Throws where `params` does not fit the schema. */
  controls: (params: unknown) => Control[];
}

const kind = <Params>(
  paramsSchema: GenericSchema<unknown, Params>,
  controls: (params: Params) => Control[]
): PracticeKind => ({
  paramsSchema,
  controls: (params) => controls(v.parse(paramsSchema, params))
});

/**
 * The kinds of practice there are, by the name that stands in lesson.yaml. Pure and without a screen, so that plain Node can
 * load it; the screens are in screens.ts.
 */
export const kinds: Readonly<Record<string, PracticeKind>> = {
  bank: kind(bank.paramsSchema, bank.controls),
  call: kind(call.paramsSchema, call.controls),
  chat: kind(chat.paramsSchema, chat.controls),
  keyboard: kind(keyboard.paramsSchema, keyboard.controls),
  settings: kind(settings.paramsSchema, settings.controls),
  shop: kind(shop.paramsSchema, shop.controls),
  touch: kind(touch.paramsSchema, touch.controls)
};
