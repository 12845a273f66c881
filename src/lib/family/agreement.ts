import type { EventId } from '$lib/sync/event';
import { byTime } from '$lib/sync/merge';
import { isAge, type Age, type Promiser } from './bank';
import { mostSigned, sides, type Detail, type Says, type Side } from './events';
import { versionOf, type FamilyRow, type Signing, type Writing } from './kept';

/** As many rules are good: fewer say little, more nobody remembers. Said kindly, never enforced. */
const fewestRules = 3;
const mostRules = 8;

/** What one side says to a rule. */
interface Answer {
  readonly says: Says;
  /** how they would like it instead */
  readonly words?: string;
}

/** A rule as it stands now. */
export interface Rule {
  readonly rule: string;
  readonly by: Promiser;
  /** own words; without them it is the bank's rule of this name */
  readonly words?: string;
  /** the wording that stands */
  readonly writing: EventId;
  readonly answers: Readonly<Record<Side, Answer>>;
  /** both said yes */
  readonly counts: boolean;
}

/** A set of rules under which at least one signature stands. */
interface Version {
  readonly key: string;
  /** the stamp of the last signature */
  readonly at: string;
  readonly rules: readonly Writing[];
  readonly signatures: Readonly<Partial<Record<Side, Signing>>>;
  /** both have signed */
  readonly isAgreed: boolean;
}

/** Another agreement of this family, begun before. */
interface Earlier {
  readonly agreement: string;
  readonly at: string;
  readonly rules: number;
}

/** The agreement that the family works on, as it stands now. */
export interface Agreement {
  /** nothing before the first deed */
  readonly id: string | undefined;
  /** in the order in which they were taken in */
  readonly rules: readonly Rule[];
  readonly takenOut: readonly Rule[];
  readonly names: Readonly<Record<Side, string>>;
  readonly age: Age | undefined;
  /** `YYYY-MM-DD`, or empty */
  readonly review: string;
  /** of this agreement, the newest first */
  readonly versions: readonly Version[];
  readonly earlier: readonly Earlier[];
}

/** What an agreement would gain by. */
type Advice = 'few' | 'many' | 'no-promise';

export function agreementOf(row: FamilyRow | undefined): Agreement {
  const id = row?.begun?.agreement;
  const writings = (row?.writings ?? []).filter(({ agreement }) => agreement === id);
  const rules = [...new Set(writings.map(({ rule }) => rule))].flatMap((rule) => ruleOf(row, writings, rule));
  const detail = (what: Detail): string => row?.details[`${id}|${what}`]?.text ?? '';
  const age = detail('age');
  return {
    id,
    rules: rules.filter(({ isOn }) => isOn).map(({ rule }) => rule),
    takenOut: rules.filter(({ isOn }) => !isOn).map(({ rule }) => rule),
    names: { child: detail('child'), parents: detail('parents') },
    age: isAge(age) ? age : undefined,
    review: detail('review'),
    versions: versionsOf(row, id),
    earlier: earlierOf(row, id)
  };
}

function ruleOf(row: FamilyRow | undefined, all: readonly Writing[], name: string): { rule: Rule; isOn: boolean }[] {
  const writings = all.filter(({ rule }) => rule === name);
  const last = writings.at(-1);
  if (last === undefined) return [];
  const answer = (who: Side): Answer => {
    const given = row?.answers[`${last.agreement}|${name}|${who}`];
    const about = writings.find(({ id }) => id === given?.about);
    if (given === undefined || about === undefined || !isSame(about, last)) return { says: 'open' };
    return { says: given.says, ...(given.words === undefined ? {} : { words: given.words }) };
  };
  const answers = { child: answer('child'), parents: answer('parents') };
  const rule: Rule = {
    ...{ rule: name, by: last.by, writing: last.id, answers },
    ...(last.words === undefined ? {} : { words: last.words }),
    counts: last.on && sides.every((who) => answers[who].says === 'yes')
  };
  return [{ rule, isOn: last.on }];
}

type Wording = Pick<Writing, 'rule' | 'by' | 'words'>;

/** The same words by the same people, whenever they were written: what was undone is what it was before. */
const isSame = (a: Wording, b: Wording): boolean => a.rule === b.rule && a.by === b.by && a.words === b.words;

const isSameSet = (a: readonly Wording[], b: readonly Wording[]): boolean =>
  a.length === b.length && a.every((one) => b.some((other) => isSame(one, other)));

function versionsOf(row: FamilyRow | undefined, agreement: string | undefined): Version[] {
  const versions: Version[] = [];
  const signings = Object.values(row?.signings ?? {}).filter((one) => one.agreement === agreement && one.on);
  for (const signing of signings.sort(byTime)) {
    const rules = (row?.writings ?? []).filter(({ id }) => signing.writings.includes(id));
    const same = versions.findIndex((version) => isSameSet(version.rules, rules));
    const signatures = { ...versions[same]?.signatures, [signing.who]: signing };
    const isAgreed = sides.every((who) => signatures[who] !== undefined);
    const next = { key: versionOf(signing.writings), at: signing.at, rules, signatures, isAgreed };
    if (same < 0) versions.push(next);
    else versions[same] = next;
  }
  return versions.sort((a, b) => (a.at < b.at ? 1 : -1));
}

function earlierOf(row: FamilyRow | undefined, current: string | undefined): Earlier[] {
  const others = [...new Set((row?.writings ?? []).map(({ agreement }) => agreement))].filter((id) => id !== current);
  return others
    .flatMap((agreement) => {
      const writings = row?.writings.filter((one) => one.agreement === agreement) ?? [];
      const names = [...new Set(writings.map(({ rule }) => rule))];
      const rules = names.filter((name) => writings.findLast(({ rule }) => rule === name)?.on).length;
      const at = writings.at(-1)?.at;
      return at === undefined ? [] : [{ agreement, at, rules }];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** The rules to which both said yes: these can be signed. */
export const counting = ({ rules }: Agreement): readonly Rule[] =>
  rules.filter(({ counts }) => counts).slice(0, mostSigned);

/** The version that holds exactly the rules that count now, if somebody signed it. */
export const standing = (agreement: Agreement): Version | undefined =>
  agreement.versions.find(({ rules }) => isSameSet(rules, counting(agreement)));

/** The last version that both signed: it holds until both sign another one. */
export const agreed = ({ versions }: Agreement): Version | undefined => versions.find(({ isAgreed }) => isAgreed);

/** What would make the agreement better. Nothing of it is in the way of anything. */
export function adviceOf({ rules }: Pick<Agreement, 'rules'>): Advice[] {
  const advice: Advice[] = [];
  if (rules.length > 0 && rules.length < fewestRules) advice.push('few');
  if (rules.length > mostRules) advice.push('many');
  if (rules.length > 0 && !rules.some(({ by }) => by === 'parents')) advice.push('no-promise');
  return advice;
}
