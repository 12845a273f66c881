import { counting, standing, type Agreement } from './agreement';
import { promisers, type Promiser } from './bank';
import type { Side } from './events';
import type { Signing } from './kept';

interface PosterRule {
  readonly rule: string;
  readonly by: Promiser;
  readonly words?: string | undefined;
}

/** What hangs on the wall. */
interface PosterSheet {
  /** by who promises them; nobody with nothing */
  readonly groups: readonly { readonly by: Promiser; readonly rules: readonly PosterRule[] }[];
  readonly signatures: Readonly<Partial<Record<Side, Signing>>>;
  /** the stamp of the last signature; nothing on a draft */
  readonly at: string | undefined;
  /** nothing was agreed yet: all rules stand there, as they are */
  readonly isDraft: boolean;
}

/** The rules that count, with the signatures under exactly these; where none counts yet, all of them as a draft. */
export function posterOf(agreement: Agreement): PosterSheet {
  const rules = counting(agreement);
  const version = rules.length > 0 ? standing(agreement) : undefined;
  const shown = rules.length > 0 ? rules : agreement.rules;
  const groups = promisers.map((by) => ({ by, rules: shown.filter((rule) => rule.by === by) }));
  return {
    groups: groups.filter((group) => group.rules.length > 0),
    signatures: version?.signatures ?? {},
    at: version?.at,
    isDraft: version?.isAgreed !== true
  };
}
