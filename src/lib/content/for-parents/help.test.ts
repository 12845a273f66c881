import { describe, expect, it } from 'vitest';
import { aContent, checkOptions, problemsIn } from '../../../../tests/support/content';
import { checkContent } from '../check';
import { compile } from '../compile';
import { serve } from '../served.server';
import { helpCases, type GamesFile, type HelpFile } from './help';

const stepIds = ['stop', 'keep', 'tell', 'change', 'ask'];
const aText = (ids: readonly string[], body: (id: string) => string = () => 'Rufen Sie an.'): string =>
  `---\ntitle: Geld ist weg\ngoal: Es eilt.\n---\n${ids.map((id) => `\n## Schritt {#${id}}\n\n${body(id)}\n`).join('')}`;
const aCase = (id: string, ...more: string[]): string =>
  [`id: ${id}`, 'languages: [de]', 'also: { de: [Betrug] }', 'steps:', ...stepIds.map((step) => `  - { id: ${step} }`)]
    .concat(more)
    .join('\n');

const anAddress = (...changed: [field: string, value: string | undefined][]): string => {
  const fields = new Map<string, string | undefined>([
    ['id', 'police'],
    ['name', 'Polizei'],
    ['whom', '{ de: Für alle. }'],
    ['themes', '[money, stranger, blackmail, bullying, gaming, mental-health, law]'],
    ['states', 'all'],
    ['phone', "'110'"],
    ['free', 'true'],
    ['source', 'Eigene Seite'],
    ['url', 'https://polizei.example/'],
    ['checked', '2026-11-20'],
    ['review', '2027-05-20'],
    ...changed
  ]);
  const lines = [...fields].flatMap(([field, value]) => (value === undefined ? [] : `${field}: ${value}`));
  return `  - ${lines.join('\n    ')}\n`;
};
const addressFile = 'help/addresses.yaml';
const addresses = (...list: string[]): string => `languages: [de]\naddresses:\n${list.join('')}`;

const cards = `languages: [de]
cards:
  - id: building
    kind: genre
    picture: tulip
    also: { de: [Klötze] }
`;
const card = (questions = 3): string =>
  aText(['fun', 'look', 'ask', 'agree'], (id) =>
    id === 'ask' ? '- Was baust du?\n'.repeat(questions) : 'Das macht Spaß.'
  );
const talk = (last: number): string =>
  aText(['from-four', 'from-eight', 'from-twelve'], (id) =>
    '- Was baust du?\n'.repeat(id === 'from-twelve' ? last : 6)
  );

/** A folder of help without a mistake; files can be others, or undefined to be left out. */
const help = (changed: Record<string, string | undefined> = {}): Record<string, string | undefined> => ({
  ...Object.fromEntries(
    helpCases.flatMap((id) => [
      [`help/sos/${id}/case.yaml`, aCase(id)],
      [`help/sos/${id}/de.md`, aText(stepIds)]
    ])
  ),
  [addressFile]: addresses(anAddress()),
  'help/cards.yaml': cards,
  'help/games/building/de.md': card(),
  ...changed
});

describe('help without a mistake', () => {
  const { files } = serve(compile(aContent(help()), checkOptions), new Set());
  const read = <Shape>(address: string): Shape => JSON.parse(files.get(address) ?? '');

  it('passes', () => {
    expect(problemsIn(help())).toEqual([]);
  });

  it('is served with five steps a case, the addresses and the cards', () => {
    const { cases, addresses: served } = read<HelpFile>('/content/de/help.json');
    expect(cases.map(({ id, steps }) => [id, steps.length])).toEqual(helpCases.map((id) => [id, 5]));
    expect(served).toEqual([
      {
        id: 'police',
        locale: 'de',
        name: 'Polizei',
        whom: 'Für alle.',
        themes: ['money', 'stranger', 'blackmail', 'bullying', 'gaming', 'mental-health', 'law'],
        states: 'all',
        phone: '110',
        isFree: true,
        checked: '2026-11-20'
      }
    ]);
    const [building] = read<GamesFile>('/content/de/games.json').cards;
    expect(building?.sections.map(({ id }) => id)).toEqual(['fun', 'look', 'ask', 'agree']);
  });

  it('can be found by the search', () => {
    const { pages } = read<{ pages: { room: string; id: string; words: string }[] }>('/content/de/search.json');
    expect(pages.map(({ room, id }) => `${room}/${id}`)).toEqual([
      ...helpCases.map((id) => `help/${id}`),
      'games/building'
    ]);
    expect(pages[0]?.words).toBe('betrug');
  });

  it('is none where the content has none', () => {
    const { files: without } = serve(compile(aContent(), checkOptions), new Set());
    expect(without.has('/content/de/help.json')).toBe(false);
  });
});

const money = 'help/sos/money';

describe('a mistake in the help', () => {
  it.each<[string, Record<string, string | undefined>, string, number, string]>([
    ['a case that is missing', { [`${money}/case.yaml`]: undefined }, `${money}/case.yaml`, 1, 'file-missing'],
    [
      'a sixth step',
      { [`${money}/case.yaml`]: aCase('money', '  - { id: more }') },
      `${money}/case.yaml`,
      4,
      'yaml-shape'
    ],
    [
      'a step that is not written',
      { [`${money}/de.md`]: aText(stepIds.slice(0, 4)) },
      `${money}/de.md`,
      18,
      'step-missing'
    ],
    [
      'steps in another order',
      { [`${money}/de.md`]: aText(['keep', 'stop', 'tell', 'change', 'ask']) },
      `${money}/de.md`,
      6,
      'step-order'
    ],
    ['a language that is missing', { [`${money}/de.md`]: undefined }, `${money}/case.yaml`, 2, 'language-missing'],
    ['a language that nobody named', { [`${money}/en.md`]: aText(stepIds) }, `${money}/en.md`, 1, 'file-unused'],
    [
      'a question, where there is only text',
      { [`${money}/de.md`]: aText(stepIds, (id) => (id === 'stop' ? ':::hint\nFragen Sie.\n:::' : 'Rufen Sie an.')) },
      `${money}/de.md`,
      8,
      'markup-unknown'
    ],
    [
      'a sentence that is too long',
      { [`${money}/de.md`]: aText(stepIds, () => `Rufen Sie ${'bitte '.repeat(14)}an.`) },
      `${money}/de.md`,
      8,
      'sentence-long'
    ],
    [
      'a call to nobody',
      { [`${money}/case.yaml`]: aCase('money').replace('{ id: tell }', '{ id: tell, call: aunt }') },
      `${money}/case.yaml`,
      7,
      'reference-unknown'
    ],
    [
      'an address without a way',
      { [addressFile]: addresses(anAddress(['phone', undefined])) },
      addressFile,
      3,
      'help-way'
    ],
    [
      'an address for nobody in a language',
      { [addressFile]: addresses(anAddress(['whom', '{ en: For all. }'])) },
      addressFile,
      5,
      'language-missing'
    ],
    [
      'an address that is there twice',
      { [addressFile]: addresses(anAddress(), anAddress()) },
      addressFile,
      14,
      'duplicate-id'
    ],
    [
      'a number without quotes, which would lose its first digit',
      { [addressFile]: addresses(anAddress(['phone', '0110'])) },
      addressFile,
      8,
      'yaml-shape'
    ],
    [
      'a state that is none',
      { [addressFile]: addresses(anAddress(), anAddress(['id', 'far'], ['states', '[XX]'])) },
      addressFile,
      18,
      'yaml-shape'
    ],
    [
      'a theme that nobody helps with everywhere',
      { [addressFile]: addresses(anAddress(['themes', '[money, stranger, blackmail, bullying, gaming, law]'])) },
      addressFile,
      1,
      'help-theme'
    ],
    [
      'an address that was to be looked up again',
      { [addressFile]: addresses(anAddress(['review', '2026-11-23'])) },
      addressFile,
      13,
      'fact-stale'
    ],
    [
      'a card with four questions',
      { 'help/games/building/de.md': card(4) },
      'help/games/building/de.md',
      14,
      'help-questions'
    ],
    [
      'a sheet of talk cards that is not full',
      {
        'help/cards.yaml': `${cards}  - { id: talk, kind: talk, languages: [de], picture: tulip }\n`,
        'help/games/talk/de.md': talk(5)
      },
      'help/games/talk/de.md',
      26,
      'help-questions'
    ],
    [
      'a picture that is nowhere',
      { 'help/cards.yaml': cards.replace('tulip', 'sword') },
      'help/cards.yaml',
      5,
      'picture-unknown'
    ],
    ['a card that nobody named', { 'help/games/racing/de.md': card() }, 'help/games/racing/de.md', 1, 'file-unused']
  ])('is found: %s', (_, changed, file, line, code) => {
    expect(problemsIn(help(changed)).map(([where, at, what]) => `${where}:${at} ${what}`)).toContain(
      `${file}:${line} ${code}`
    );
  });

  it('is told with what to do', () => {
    const { problems } = checkContent(
      aContent(help({ [addressFile]: addresses(anAddress(['review', '2026-11-23'])) })),
      checkOptions
    );
    expect(problems.map(({ message, remedy }) => `${message} ${remedy}`)).toEqual([
      'The address of "Polizei" was to be checked by 2026-11-23. Check the fact again and set new dates.'
    ]);
  });
});
