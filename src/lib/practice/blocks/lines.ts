import type { Line as ListLine, Saying } from '../contract.ts';
import { info } from '../saying.ts';
import { undoLine } from '../undo.ts';
import { placesOf, whatIs } from './play.ts';
import {
  figureOf,
  isLast,
  levelOf,
  mapOf,
  offered,
  shownProgram,
  wordsOf,
  type BlocksAction,
  type BlocksState,
  type ShownCommand
} from './state.ts';

type BlockLine = ListLine<BlocksAction>;

/** The map in words, then the program with what can be done. */
export function lines(state: BlocksState): BlockLine[] {
  const { params, now } = state;
  const tap = (id: 'step' | 'back' | 'run' | 'home' | 'next', key: Saying['key']): BlockLine => ({
    id,
    words: info(key),
    action: { type: id }
  });
  return [
    { id: 'title', words: params.texts.title },
    ...mapLines(state),
    tap('step', 'practice-blocks.step'),
    tap('run', 'practice-blocks.run'),
    tap('back', 'practice-blocks.back'),
    tap('home', 'practice-blocks.home'),
    ...(now.works && !isLast(state) ? [tap('next', 'practice-blocks.next')] : []),
    { ...choosing(0, now.chosen), words: info('practice-blocks.start') },
    ...shownProgram(state).map((shown) => programLine(shown, now.chosen)),
    ...offered(state).map<BlockLine>((command) => ({
      id: `add-${command}`,
      words: info('practice-blocks.add', { command: wordsOf(state, { command, times: 2 }) }),
      action: { type: 'add', command }
    })),
    ...changeLines(state),
    undoLine
  ];
}

/** Where the figure is, how large the map is, and each thing on it. */
function mapLines(state: BlocksState): BlockLine[] {
  const { texts } = state.params;
  const map = mapOf(state);
  const figure = figureOf(state);
  const maps = levelOf(state).maps.length;
  return [
    ...(maps > 1 ? [{ id: 'map', words: info('practice-blocks.map', { map: state.now.map + 1, maps }) }] : []),
    { id: 'size', words: info('practice-blocks.size', { rows: map.length, columns: map[0]?.length ?? 0 }) },
    { id: 'figure', words: standing(state) },
    ...placesOf(map, '#ox').flatMap<BlockLine>((place) => {
      const what = whatIs(map, figure, place);
      if (what === undefined || what === 'free') return [];
      const { row, column } = place;
      return [{ id: `at-${row}-${column}`, words: info('practice-blocks.there', { row, column, what: texts[what] }) }];
    })
  ];
}

/** Where the figure stands and looks. */
export function standing(state: BlocksState): Saying {
  const { row, column, facing } = figureOf(state);
  return info(`practice-blocks.stands.${facing}`, { figure: state.params.texts.figure, row, column });
}

/** The words of a line of the program, with the line it belongs to. */
function lineWords({ number, words: command, opener }: ShownCommand): Saying {
  return opener === undefined
    ? info('practice-blocks.line', { line: number, command })
    : info('practice-blocks.lineIn', { line: number, command, opener });
}

const choosing = (line: number, chosen: number): Pick<BlockLine, 'id' | 'action' | 'value'> => ({
  id: `line-${line}`,
  action: { type: 'choose', line },
  ...(line === chosen && { value: info('practice-blocks.chosen') })
});

function programLine(shown: ShownCommand, chosen: number): BlockLine {
  const { number, running } = shown;
  return {
    ...choosing(number, chosen),
    words: lineWords(shown),
    ...(running && { value: info(`practice-blocks.running.${running}`) })
  };
}

/** What can be done with the chosen line. */
function changeLines({ now }: BlocksState): BlockLine[] {
  const isRepeat = now.program[now.chosen - 1]?.command === 'repeat';
  const types = ['up', 'down', 'remove', ...(isRepeat ? (['more', 'less'] as const) : [])] as const;
  return types.map((type) => ({ id: type, words: info(`practice-blocks.change.${type}`), action: { type } }));
}
