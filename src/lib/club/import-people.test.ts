import { describe, expect, it } from 'vitest';
import { guessColumns } from './import-columns';
import { readPeople, type Known } from './import-people';
import { cleanName, initialOf, splitName } from './member-name';

const groups = [
  { id: 'g1', name: 'Montagsgruppe' },
  { id: 'g2', name: 'Café am Freitag' }
];

function people(table: readonly (readonly string[])[], known: readonly Known[] = []) {
  return readPeople({ table, columns: guessColumns(table), group: 'g1', groups, known });
}

const heads = ['Vorname', 'Nachname'];

describe('the meaning of columns is guessed', () => {
  it.each([
    ['Nachname | Vorname | Telefon', ['family-name', 'first-name', 'nothing']],
    ['Name | Vorname', ['family-name', 'first-name']],
    ['Nachname, Vorname | Ort', ['whole-name', 'nothing']],
    ['Vorname und Nachname', ['whole-name']],
    ['Teilnehmerin', ['whole-name']],
    ['First name | Last name | Group', ['first-name', 'family-name', 'group']],
    ['VORNAME | Anfangsbuchstabe | Gruppe', ['first-name', 'initial', 'group']],
    ['Vorname | Vorname 2', ['first-name', 'nothing']]
  ])('%s', (line, meanings) => {
    expect(guessColumns([line.split(' | '), ['a']])).toEqual({ hasHead: true, meanings });
  });

  it.each([
    [
      'a first and a family name',
      [
        ['Anna', 'Berg'],
        ['Bernd', 'Klein']
      ],
      ['first-name', 'family-name']
    ],
    [
      'whole names in the first of two columns',
      [
        ['Berg, Anna', '1'],
        ['Klein, Bernd', '2']
      ],
      ['whole-name', 'nothing']
    ],
    ['one column', [['Anna'], ['Bernd']], ['whole-name']]
  ])('without heads: %s', (_, table, meanings) => {
    expect(guessColumns(table)).toEqual({ hasHead: false, meanings });
  });
});

describe('a name', () => {
  it.each([
    ['Berg, Anna', 'Anna', 'B'],
    ['Berg,Anna Maria', 'Anna Maria', 'B'],
    ['Anna Berg', 'Anna', 'B'],
    ['Frau Dr. Anna Berg', 'Anna', 'B'],
    ['Ludwig van Beethoven', 'Ludwig', 'B'],
    ['Anna Maria Groß-Klein', 'Anna Maria', 'G'],
    ["O'Neill, Sinéad", 'Sinéad', 'O'],
    ["'t Hooft, Gerard", 'Gerard', 'H'],
    ['أحمد الأحمد', 'أحمد', 'ا'],
    ['Anna', 'Anna', ''],
    ['Şahin, Ayşe', 'Ayşe', 'Ş'],
    ['Ana\u0308s, U\u0308ta', 'Üta', 'A']
  ])('%s is taken as %s %s', (text, firstName, initial) => {
    const split = splitName(text);
    expect([split.firstName, initialOf(split.familyName)]).toEqual([firstName, initial]);
  });

  it('loses line breaks and signs that turn the text around it', () => {
    expect(cleanName(' An\u202ena\n\u200fMaria\t ')).toBe('Anna Maria');
  });
});

describe('people of a list', () => {
  it('with two of one name are both taken where their family names differ', () => {
    expect(people([heads, ['Anna', 'Berg'], ['Anna', 'Brand'], ['anna', 'BERG']])).toMatchObject([
      { line: 2, firstName: 'Anna', initial: 'B', verdict: 'new' },
      { line: 3, firstName: 'Anna', initial: 'B', verdict: 'new' },
      { line: 4, verdict: 'twice' }
    ]);
  });

  it('who may be here already are asked about, and the one of the same group is meant', () => {
    const known = [
      { id: 'p1', firstName: 'Änne', initial: 'M', groups: ['g2'] },
      { id: 'p2', firstName: 'Änne', initial: 'M', groups: ['g1'] },
      { id: 'p3', firstName: 'Bernd', initial: '', groups: [] }
    ];
    const table = [heads, ['Anne', 'Müller'], ['Bernd', 'Klein'], ['Änne', 'Zander']];
    expect(people(table, known)).toMatchObject([
      { verdict: 'known', same: 'p2' },
      { verdict: 'known', same: 'p3' },
      { verdict: 'new' }
    ]);
  });

  it('without a name, with too long a one, or with a formula for one are not taken', () => {
    const long = 'Maximiliane '.repeat(8).trim();
    const table = [
      heads,
      ['', 'Berg'],
      [long, 'Berg'],
      ['=1+1', 'Berg'],
      ['@SUM(A1)', ''],
      ['Maximiliane '.repeat(6), 'B']
    ];
    expect(people(table).map(({ verdict }) => verdict)).toEqual(['no-name', 'too-long', 'formula', 'formula', 'new']);
  });

  it('go into the group that their line names, else into the chosen one, and a strange group is said', () => {
    const table = [
      [...heads, 'Gruppe'],
      ['Anna', 'B', 'CAFE AM FREITAG'],
      ['Bernd', 'K', ''],
      ['Christa', 'M', 'Häkelkreis']
    ];
    expect(people(table)).toMatchObject([
      { group: 'g2' },
      { group: 'g1' },
      { group: 'g1', unknownGroup: 'Häkelkreis' }
    ]);
  });
});
