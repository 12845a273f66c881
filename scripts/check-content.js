// npm run check:content [-- folder] [--json] [--stats]
// Names every mistake in the lessons as file:line, what is wrong, what to do. Ends with 1 if one of them is an error.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import './ts-imports.js';

const { checkContent } = await import('../src/lib/content/check.ts');
const { coverageTable } = await import('../src/lib/content/coverage.ts');
const { problemLine } = await import('../src/lib/content/problem.ts');
const { readSources } = await import('../src/lib/content/read-sources.server.ts');
const { statsTable } = await import('../src/lib/content/stats-table.ts');
const { kinds } = await import('../src/lib/practice/kinds.ts');
const { pictures } = await import('../src/lib/ui/pictures.ts');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, stats: { type: 'boolean' } }
});
const folder = positionals[0] ?? 'content';
if (!existsSync(folder)) {
  console.error(`There is no folder "${folder}".`);
  process.exit(1);
}

const { problems, stats, coverage } = checkContent(readSources(folder), {
  practices: kinds,
  pictures: new Set(pictures),
  today: new Date().toISOString().slice(0, 10)
});
const named = problems.map((problem) => ({ ...problem, file: join(folder, problem.file) }));
const errors = named.filter(({ severity }) => severity === 'error');
const warnings = named.filter(({ severity }) => severity === 'warning');

if (values.json) console.log(JSON.stringify({ errors, warnings, ...(values.stats && { stats }) }, null, 2));
else {
  if (values.stats) console.log([statsTable(stats), coverageTable(coverage)].join('\n'));
  if (warnings.length > 0) console.log(['Warnings', ...warnings.map(problemLine), ''].join('\n'));
  if (errors.length > 0) console.log(['Errors', ...errors.map(problemLine), ''].join('\n'));
  console.log(`${stats.length} texts checked: ${errors.length} errors, ${warnings.length} warnings.`);
}
process.exitCode = errors.length > 0 ? 1 : 0;
