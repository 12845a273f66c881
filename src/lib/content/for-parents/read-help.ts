import type { WrittenText } from '../compile';
import { problemAt, type Problem } from '../problem';
import { foldersIn, type Sources } from '../sources';
import { readYaml } from '../yaml-file';
import { cardSections, helpCases, questionsIn, type CardKind } from './help';
import { readAddresses, type ReadAddresses } from './read-addresses';
import { readTexts } from './read-texts';
import { cardsSchema, caseSchema, type CardFacts, type CaseFacts } from './schemas';

/** What `help/` holds; empty where there is no such folder. */
export interface Help {
  /** In the order in which they are shown. */
  cases: { facts: CaseFacts; texts: WrittenText[] }[];
  addresses: ReadAddresses;
  /** In the order in which they are shown. */
  cards: { facts: CardFacts; texts: WrittenText[] }[];
}

interface HelpPlace {
  sources: Sources;
  pictures: ReadonlySet<string> | undefined;
  /** Takes the mistakes. */
  problems: Problem[];
}

/** Reads the help for parents: what to do in four cases, addresses, cards of "Was spielt mein Kind?". */
export function readHelp({ sources, pictures, problems }: HelpPlace): Help {
  const addresses = readAddresses(sources, problems);
  const isThere = [...sources.keys()].some((path) => path.startsWith('help/'));
  return {
    addresses,
    cases: isThere ? readCases({ sources, pictures, problems }, addresses) : [],
    cards: readCards({ sources, pictures, problems })
  };
}

function readCases({ sources, problems }: HelpPlace, { addresses }: ReadAddresses): Help['cases'] {
  return helpCases.flatMap((id) => {
    const folder = `help/sos/${id}`;
    const file = `${folder}/case.yaml`;
    const source = sources.get(file);
    if (source === undefined) {
      problems.push(problemAt({ file, line: 1 }, 'file-missing', `There is no help for the case "${id}".`));
      return [];
    }
    const { value: facts, lineOf, problems: mistakes } = readYaml(caseSchema, { file, text: source });
    problems.push(...mistakes);
    if (!facts) return [];
    if (facts.id !== id)
      problems.push(
        problemAt({ file, line: lineOf(['id']) }, 'reference-unknown', `The id "${facts.id}" is not its folder's name.`)
      );
    for (const [index, { call }] of facts.steps.entries()) {
      if (call === undefined || addresses.some((one) => one.id === call && one.phone && one.states === 'all')) continue;
      const message = `No address "${call}" can be called from everywhere.`;
      problems.push(problemAt({ file, line: lineOf(['steps', index, 'call']) }, 'reference-unknown', message));
    }
    const { languages } = facts;
    const named = { file, line: lineOf(['languages']) };
    const steps = facts.steps.map((step) => step.id);
    return [{ facts, texts: readTexts({ sources, folder, name: `sos/${id}`, languages, steps, named, problems }) }];
  });
}

function readCards({ sources, pictures, problems }: HelpPlace): Help['cards'] {
  const file = 'help/cards.yaml';
  const source = sources.get(file);
  if (source === undefined) return [];
  const { value, lineOf, problems: mistakes } = readYaml(cardsSchema, { file, text: source });
  problems.push(...mistakes);
  if (!value) return [];
  const { languages, cards } = value;
  for (const name of foldersIn(sources, 'help/games'))
    if (!cards.some(({ id }) => id === name))
      problems.push(
        problemAt({ file: `help/games/${name}/de.md`, line: 1 }, 'file-unused', `${file} does not name it.`)
      );
  return cards.map((facts, index) => {
    const { id, kind, picture } = facts;
    const named = { file, line: lineOf(['cards', index, 'id']) };
    if (cards.findIndex((card) => card.id === id) !== index)
      problems.push(problemAt(named, 'duplicate-id', `The card "${id}" is there twice.`));
    if (pictures && !pictures.has(picture))
      problems.push(
        problemAt(
          { file, line: lineOf(['cards', index, 'picture']) },
          'picture-unknown',
          `There is no picture "${picture}".`
        )
      );
    const texts = readTexts({
      sources,
      folder: `help/games/${id}`,
      name: `games/${id}`,
      languages: facts.languages ?? languages,
      steps: cardSections[kind],
      named,
      problems
    });
    for (const written of texts) checkQuestions(kind, written, problems);
    return { facts, texts };
  });
}

/** Three questions for the child: fewer are an interrogation's beginning, more are one. A sheet of talk cards is full. */
function checkQuestions(kind: CardKind, { file, text, lines }: WrittenText, problems: Problem[]): void {
  for (const [id, wanted] of Object.entries(questionsIn[kind] ?? {})) {
    const step = text.steps.find((one) => one.id === id);
    if (!step) continue;
    const questions = step.blocks.flatMap((block) => (block.kind === 'list' ? block.items : [])).length;
    if (questions === wanted) continue;
    const message = `The section "${id}" has ${questions} questions in its list, not ${wanted}.`;
    problems.push(problemAt({ file, line: lines.get(step) ?? 1 }, 'help-questions', message));
  }
}
