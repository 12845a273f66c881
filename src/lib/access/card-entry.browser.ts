import * as v from 'valibot';

const takenSchema = v.object({
  person: v.object({ id: v.string(), firstName: v.string(), initial: v.string(), picture: v.string() }),
  tablet: v.boolean()
});
const refusedSchema = v.object({
  why: v.picklist(['no-such-card', 'replaced', 'too-often', 'staff-here', 'elsewhere']),
  waitMinutes: v.optional(v.number())
});

export type Taken = v.InferOutput<typeof takenSchema>;
export type Entry =
  | ({ readonly as: 'in' } & Taken)
  | ({ readonly as: 'refused' } & v.InferOutput<typeof refusedSchema>)
  | { readonly as: 'offline' };

/** Shows a card to the server. */
export async function enterByCard(asked: { code: string; own: boolean }): Promise<Entry> {
  try {
    const answer = await fetch('/api/card', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(asked)
    });
    const body: unknown = await answer.json();
    if (answer.ok) return { as: 'in', ...v.parse(takenSchema, body) };
    const refused = v.safeParse(refusedSchema, body);
    return refused.success ? { as: 'refused', ...refused.output } : { as: 'offline' };
  } catch {
    return { as: 'offline' };
  }
}

/** The code behind the # of the card's address. It leaves the address line: over a shoulder it could be read. */
export function takeScannedCode(): string {
  const code = location.hash.slice(1);
  if (code !== '') history.replaceState(history.state, '', location.pathname + location.search);
  return code;
}
