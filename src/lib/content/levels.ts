import { problemAt, type Problem } from './problem';
import { sceneParams, type PracticeKind, type PracticeKinds } from './scenes';
import { sceneLevels, type SceneLevel } from './schemas';
import { foldersIn, type Sources } from './sources';

/** With fewer scenes than levels a kind of practice need not have each of them. */
const scenesEnough = sceneLevels.length;

interface Rated {
  file: string;
  level: SceneLevel | undefined;
  /** How many moves its solver needs in German; undefined where the scene has another mistake. */
  moves: number | undefined;
}

/**
 * Kinds of practice whose scenes do not rise: a scene does not say how hard it is, a level has none, or what is called hard
 * takes no more moves than what is called easy, on average. What the middle ones are is the author's to weigh.
 */
export function levelProblems(sources: Sources, practices: PracticeKinds): Problem[] {
  return foldersIn(sources, 'scenes').flatMap((kind) => {
    const practice = Object.hasOwn(practices, kind) ? practices[kind] : undefined;
    const names = foldersIn(sources, `scenes/${kind}`);
    if (!practice || names.length < scenesEnough) return [];
    const rated = names.map((scene) => rate({ sources, practices, kind, scene, practice }));
    const unsaid = rated.filter(({ level }) => level === undefined);
    if (unsaid.length > 0)
      return unsaid.map(({ file }) => problemAt({ file, line: 1 }, 'level-missing', 'It does not say how hard it is.'));
    return kindProblems(kind, rated);
  });
}

interface SceneOfKind {
  sources: Sources;
  practices: PracticeKinds;
  kind: string;
  scene: string;
  practice: PracticeKind;
}

function rate({ sources, practices, kind, scene, practice }: SceneOfKind): Rated {
  const file = `scenes/${kind}/${scene}/scene.yaml`;
  const place = { file, line: 1 };
  const { params, level } = sceneParams({ sources, practices, kind, scene, locale: 'de', place });
  return { file, level, moves: params === undefined ? undefined : practice.controls(params).length };
}

function kindProblems(kind: string, rated: readonly Rated[]): Problem[] {
  const of = (wanted: SceneLevel): Rated[] => rated.filter(({ level }) => level === wanted);
  const place = { file: rated[0]?.file ?? `scenes/${kind}`, line: 1 };
  const empty = sceneLevels.filter((level) => of(level).length === 0);
  if (empty.length > 0)
    return [problemAt(place, 'level-empty', `The practice "${kind}" has no scene of level ${empty.join(' and ')}.`)];
  const [easy, hard] = [movesOf(of(1)), movesOf(of(3))];
  if (easy < hard) return [];
  const message = `In "${kind}" the scenes of level 3 take ${hard} moves on average, those of level 1 take ${easy}.`;
  return [problemAt(place, 'level-flat', message)];
}

/** The moves of some scenes on average, to one decimal. */
function movesOf(rated: readonly Rated[]): number {
  const known = rated.flatMap(({ moves }) => moves ?? []);
  return Math.round((10 * known.reduce((sum, moves) => sum + moves, 0)) / known.length) / 10;
}
