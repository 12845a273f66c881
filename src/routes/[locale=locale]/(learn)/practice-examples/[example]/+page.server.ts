import { error } from '@sveltejs/kit';
import type { Sources } from '$lib/content/sources';
import { sceneParams } from '$lib/content/scenes';
import { localeOr } from '$lib/i18n/locales';
import { examples } from '$lib/practice/examples';
import { kinds } from '$lib/practice/kinds';
import type { PageServerLoad } from './$types';

/** The scenes' files, which the built server carries along. */
const files = import.meta.glob<string>('/content/scenes/**/*.yaml', { query: '?raw', import: 'default', eager: true });

/** One scene alone. */
function sourcesOf(kind: string, scene: string): Sources {
  const folder = `/content/scenes/${kind}/${scene}/`;
  const own = Object.entries(files).filter(([path]) => path.startsWith(folder));
  return new Map(own.map(([path, text]) => [path.replace('/content/', ''), text]));
}

export const load: PageServerLoad = ({ params }) => {
  const example = examples.find(({ name }) => name === params.example);
  if (!example) error(404);
  const { kind, scene } = example;
  const locale = localeOr(params.locale);
  const place = { file: 'examples.ts', line: 1 };
  const {
    params: scenario,
    paper,
    problems
  } = sceneParams({
    sources: sourcesOf(kind, scene),
    practices: kinds,
    kind,
    scene,
    locale,
    place
  });
  if (problems.length > 0) error(500, problems.map(({ message }) => message).join(' '));
  return { example, params: scenario, paper };
};
