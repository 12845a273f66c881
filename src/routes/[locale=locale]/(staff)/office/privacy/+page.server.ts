import { fail } from '@sveltejs/kit';
import { readForm } from '$lib/base/form';
import { deskOf, idIn } from '$lib/club/desk.server';
import type { Done } from '$lib/club/done';
import { houseLocaleOr, localeOfPath } from '$lib/i18n/locales';
import { loadMessages } from '$lib/i18n/messages';
import { isRetentionKind, monthsForm, retentionKinds, type RetentionKind } from '$lib/privacy/retention';
import { applyRules, latestReceipts, liftRule, previewOf, rulesIn, setRule } from '$lib/privacy/retention.server';
import { getServerSync } from '$lib/rooms.server';
import type { Store } from '$lib/store/open.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { store, world } = deskOf(locals);
  const rules = new Map(rulesIn(store).map((rule) => [rule.kind, rule.months]));
  return {
    now: world.now(),
    kinds: retentionKinds.map((kind) => ({ id: kind, months: rules.get(kind) })),
    receipts: latestReceipts(store, 30)
  };
};

/** The kind that a form means; the page offers no other. */
function kindIn(data: FormData): RetentionKind {
  const kind = idIn(data);
  return isRetentionKind(kind) ? kind : 'people';
}

/** The form that brings back what holds of a kind now. */
function backTo(store: Store, kind: RetentionKind): NonNullable<Done['undo']> {
  const rule = rulesIn(store).find((one) => one.kind === kind);
  if (rule === undefined) return { action: '?/lift', fields: { id: kind } };
  return { action: '?/set', fields: { id: kind, months: String(rule.months) } };
}

/** A kind as the page calls it. */
async function nameOf(url: URL, kind: RetentionKind): Promise<string> {
  return (await loadMessages(houseLocaleOr(localeOfPath(url.pathname)), ['office']))(`privacy.kind.${kind}`);
}

export const actions: Actions = {
  look: async ({ locals, request }) => {
    const { store, world } = deskOf(locals);
    const data = await request.formData();
    const read = readForm(monthsForm, data, { form: 'look' });
    if (!read.ok) return fail(400, read.error);
    const [kind, { months }] = [kindIn(data), read.value];
    return { preview: { kind, months, ...previewOf(store, { kind, months, now: world.now() }) } };
  },
  set: async ({ locals, request, url }) => {
    const data = await request.formData();
    const read = readForm(monthsForm, data, { form: 'look' });
    if (!read.ok) return fail(400, read.error);
    const [desk, kind] = [deskOf(locals), kindIn(data)];
    const undo = backTo(desk.store, kind);
    setRule(desk, { kind, ...read.value });
    return { done: { what: 'rule-set', name: await nameOf(url, kind), undo } satisfies Done };
  },
  lift: async ({ locals, request, url }) => {
    const [desk, kind] = [deskOf(locals), kindIn(await request.formData())];
    const undo = backTo(desk.store, kind);
    liftRule(desk, kind);
    return { done: { what: 'rule-lifted', name: await nameOf(url, kind), undo } satisfies Done };
  },
  apply: async ({ locals }) => {
    await applyRules(deskOf(locals), getServerSync().log);
    return { done: { what: 'rules-applied', name: '' } satisfies Done };
  }
};
