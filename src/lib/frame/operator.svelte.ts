import * as v from 'valibot';

const schema = v.object({
  name: v.optional(v.string(), ''),
  helpTelephone: v.optional(v.string(), ''),
  logo: v.optional(v.nullable(v.string()))
});

/** What every page shows of who runs this: name, help telephone, logo. */
export type OperatorLine = v.InferOutput<typeof schema>;

const key = 'digitaltreff.operator';

/**
 * The operator as last heard of. Prerendered pages do not know it, so it is asked for after the first paint and kept
 * on the device, where it is found at once the next time, without a network too.
 */
class Operator {
  line = $state.raw<OperatorLine | undefined>(undefined);

  async load(): Promise<void> {
    this.line ??= parse(read());
    try {
      const answer = await fetch('/api/operator');
      if (!answer.ok) return;
      const text = await answer.text();
      this.line = parse(text) ?? this.line;
      localStorage.setItem(key, text);
    } catch {
      // No network or no storage: what was known still holds.
    }
  }
}

export const operator = new Operator();

function read(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function parse(text: string | null): OperatorLine | undefined {
  if (!text) return undefined;
  try {
    const result = v.safeParse(schema, JSON.parse(text));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}
