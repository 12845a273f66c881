/** What every page shows of who runs this. Empty texts where the office has not filled them in. */
export interface OperatorLine {
  name: string;
  /** "Digital dabei in Auenfurt" */
  line: string;
  helpTelephone: string;
  /** address of the logo */
  logo?: string;
}

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

/** Reads the answer or its stored copy. By hand: this is on every page, and a schema library would weigh more. */
function parse(text: string | null): OperatorLine | undefined {
  if (!text) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    const fields = new Map<string, unknown>(Object.entries(value));
    const word = (name: string): string => {
      const field = fields.get(name);
      return typeof field === 'string' ? field : '';
    };
    const logo = word('logo');
    return { name: word('name'), line: word('line'), helpTelephone: word('helpTelephone'), ...(logo ? { logo } : {}) };
  } catch {
    return undefined;
  }
}
