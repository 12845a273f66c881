import type { GenericSchema } from 'valibot';
import * as v from 'valibot';
import type { PaperTask } from '../content/lesson.ts';
import type { Control } from './contract.ts';
import { paper as agreementPaper } from './agreement/paper.ts';
import * as agreement from './agreement/rules.ts';
import { paper as bankPaper } from './bank/paper.ts';
import * as bank from './bank/rules.ts';
import { paper as blocksPaper } from './blocks/paper.ts';
import * as blocks from './blocks/rules.ts';
import { paper as callPaper } from './call/paper.ts';
import * as call from './call/rules.ts';
import { paper as chatPaper } from './chat/paper.ts';
import * as chat from './chat/rules.ts';
import { paper as consentPaper } from './consent/paper.ts';
import * as consent from './consent/rules.ts';
import { paper as formPaper } from './form/paper.ts';
import * as form from './form/rules.ts';
import { paper as inboxPaper } from './inbox/paper.ts';
import * as inbox from './inbox/rules.ts';
import { paper as keyboardPaper } from './keyboard/paper.ts';
import * as keyboard from './keyboard/rules.ts';
import { paper as lootboxPaper } from './lootbox/paper.ts';
import * as lootbox from './lootbox/rules.ts';
import { paper as parentalPaper } from './parental/paper.ts';
import * as parental from './parental/rules.ts';
import { paper as photoPaper } from './photo/paper.ts';
import * as photo from './photo/rules.ts';
import { paper as qrPaper } from './qr/paper.ts';
import * as qr from './qr/rules.ts';
import { paper as searchPaper } from './search/paper.ts';
import * as search from './search/rules.ts';
import { paper as sensorPaper } from './sensor/paper.ts';
import * as sensor from './sensor/rules.ts';
import { paper as settingsPaper } from './settings/paper.ts';
import * as settings from './settings/rules.ts';
import { paper as shopPaper } from './shop/paper.ts';
import * as shop from './shop/rules.ts';
import { paper as timeplanPaper } from './timeplan/paper.ts';
import * as timeplan from './timeplan/rules.ts';
import { paper as touchPaper } from './touch/paper.ts';
import * as touch from './touch/rules.ts';

/** What the house knows of a kind of practice without its screen: content checker, tests, worksheets. */
export interface PracticeKind {
  paramsSchema: GenericSchema<unknown, unknown>;
  /** The controls that solve a scene, in order. Throws where `params` does not fit the schema. */
  controls: (params: unknown) => Control[];
  /** The pretend screen on paper. Throws where `params` does not fit the schema. */
  paper: (params: unknown) => PaperTask[];
}

const kind = <Params>(
  paramsSchema: GenericSchema<unknown, Params>,
  controls: (params: Params) => Control[],
  paper: (params: Params) => PaperTask[]
): PracticeKind => ({
  paramsSchema,
  controls: (params) => controls(v.parse(paramsSchema, params)),
  paper: (params) => paper(v.parse(paramsSchema, params))
});

/**
 * The kinds of practice there are, by the name that stands in lesson.yaml. Pure and without a screen, so that plain Node can
 * load it; the screens are in screens.ts.
 */
export const kinds: Readonly<Record<string, PracticeKind>> = {
  agreement: kind(agreement.paramsSchema, agreement.controls, agreementPaper),
  bank: kind(bank.paramsSchema, bank.controls, bankPaper),
  blocks: kind(blocks.paramsSchema, blocks.controls, blocksPaper),
  call: kind(call.paramsSchema, call.controls, callPaper),
  chat: kind(chat.paramsSchema, chat.controls, chatPaper),
  consent: kind(consent.paramsSchema, consent.controls, consentPaper),
  form: kind(form.paramsSchema, form.controls, formPaper),
  inbox: kind(inbox.paramsSchema, inbox.controls, inboxPaper),
  keyboard: kind(keyboard.paramsSchema, keyboard.controls, keyboardPaper),
  lootbox: kind(lootbox.paramsSchema, lootbox.controls, lootboxPaper),
  parental: kind(parental.paramsSchema, parental.controls, parentalPaper),
  photo: kind(photo.paramsSchema, photo.controls, photoPaper),
  qr: kind(qr.paramsSchema, qr.controls, qrPaper),
  search: kind(search.paramsSchema, search.controls, searchPaper),
  sensor: kind(sensor.paramsSchema, sensor.controls, sensorPaper),
  settings: kind(settings.paramsSchema, settings.controls, settingsPaper),
  shop: kind(shop.paramsSchema, shop.controls, shopPaper),
  timeplan: kind(timeplan.paramsSchema, timeplan.controls, timeplanPaper),
  touch: kind(touch.paramsSchema, touch.controls, touchPaper)
};
