import { error } from '@sveltejs/kit';
import { readSources } from '$lib/content/read-sources.server';
import type { Sources } from '$lib/content/sources';
import { sceneParams } from '$lib/content/scenes';
import { localeOr, locales } from '$lib/i18n/locales';
import { examples } from '$lib/practice/examples';
import { kinds } from '$lib/practice/kinds';
import type { EntryGenerator, PageServerLoad } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () =>
  locales.flatMap((locale) => examples.map(({ name }) => ({ locale, example: name })));

/** One scene alone: all of the content would be read once for each of the pages. */
function sourcesOf(kind: string, scene: string): Sources {
  const folder = `scenes/${kind}/${scene}`;
  return new Map([...readSources(`content/${folder}`)].map(([name, text]) => [`${folder}/${name}`, text]));
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
