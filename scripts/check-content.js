// npm run check:content [-- folder] [--json] [--stats] [--report file.html] [--stamp lesson …]
// Names every mistake in the lessons as file:line, what is wrong, what to do. Ends with 1 if one of them is an error.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import './ts-imports.js';

const { checkContent } = await import('../src/lib/content/check.ts');
const { coverageTable } = await import('../src/lib/content/coverage.ts');
const { problemLine } = await import('../src/lib/content/problem.ts');
const { readSources } = await import('../src/lib/content/read-sources.server.ts');
const { reportPage } = await import('../src/lib/content/report/page.ts');
const { withStamp } = await import('../src/lib/content/source-stamp.ts');
const { statsTable } = await import('../src/lib/content/stats-table.ts');
const { kinds } = await import('../src/lib/practice/kinds.ts');
const { pictures } = await import('../src/lib/ui/pictures.ts');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean' },
    stats: { type: 'boolean' },
    report: { type: 'string' },
    stamp: { type: 'string', multiple: true }
  }
});
const folder = positionals[0] ?? 'content';
if (!existsSync(folder)) {
  console.error(`There is no folder "${folder}".`);
  process.exit(1);
}

const today = new Date().toISOString().slice(0, 10);
const check = () => {
  const sources = readSources(folder);
  return { sources, checked: checkContent(sources, { practices: kinds, pictures: new Set(pictures), today }) };
};

if (values.stamp) stamp(values.stamp);

const { sources, checked } = check();
const named = checked.problems.map((problem) => ({ ...problem, file: join(folder, problem.file) }));
const of = (/** @type {(typeof named)[number]['severity']} */ wanted) =>
  named.filter(({ severity }) => severity === wanted);
const [errors, warnings, hints] = [of('error'), of('warning'), of('hint')];

if (values.report) writeFileSync(values.report, reportPage(checked, { sources, today }));
if (values.json)
  console.log(JSON.stringify({ errors, warnings, hints, ...(values.stats && { stats: checked.stats }) }, null, 2));
else {
  if (values.stats) console.log([statsTable(checked.stats), coverageTable(checked.coverage)].join('\n'));
  if (warnings.length > 0) console.log(['Warnings', ...warnings.map(problemLine), ''].join('\n'));
  if (errors.length > 0) console.log(['Errors', ...errors.map(problemLine), ''].join('\n'));
  if (values.report) console.log(`The report is in ${values.report}.`);
  console.log(`${checked.stats.length} texts checked: ${errors.length} errors, ${warnings.length} warnings.`);
}
process.exitCode = errors.length > 0 ? 1 : 0;

/**
 * Writes into translations that they are made from the German text as it stands.
 * @param {string[]} wanted ids of lessons, scenes as `kind/scene`, guides as `guides/id`, or files; `all-missing` means those without a stamp
 */
function stamp(wanted) {
  const { translations } = check().checked;
  for (const name of wanted) {
    const found = translations.filter(({ file, name: own, state }) =>
      name === 'all-missing' ? state === 'unstamped' : own === name || join(folder, file) === join(name)
    );
    if (found.length === 0 && name !== 'all-missing') {
      console.error(
        `There is no translation "${name}" to stamp: name a lesson's id, a scene as kind/scene, a guide as guides/id, or a file.`
      );
      process.exit(1);
    }
    for (const { file, stamp: german } of found) {
      const path = join(folder, file);
      const text = withStamp({ file, text: readFileSync(path, 'utf8') }, german);
      if (text !== undefined) writeFileSync(path, text);
      console.log(`Stamped ${path} (${german}).`);
    }
  }
}
