import { isLocale, localeFacts } from '../../i18n/locales';
import type { Problem } from '../problem';
import { baseName, type Sources } from '../sources';
import { html, nothing, type Html } from './html';

const severities = ['error', 'warning', 'hint'] as const;

/** The findings as a good compiler names them, the worst first: kind, place, what is wrong, the line, what to do. */
export function findingsList(problems: readonly Problem[], sources: Sources): Html {
  if (problems.length === 0) return nothing;
  const sorted = severities.flatMap((severity) => problems.filter((problem) => problem.severity === severity));
  return html`<ul class="findings">
    ${sorted.map((problem) => finding(problem, sources))}
  </ul> `;
}

function finding(problem: Problem, sources: Sources): Html {
  const { file, line, code, severity, message, remedy } = problem;
  const source = sources.get(file)?.split('\n')[line - 1]?.trim() ?? '';
  const lang = langOf(file);
  // A line that the message quotes need not be read twice.
  const isQuoted = source === '' || message.includes(source.slice(0, 60));
  return html`<li>
    <p><span class="kind ${severity}">${severity}</span> <code>${file}:${line}</code> <code>${code}</code></p>
    <p>${quoted(message, lang)} ${remedy}</p>
    ${isQuoted ? nothing : html`<pre lang="${lang}">${source}</pre>`}
  </li> `;
}

/** What a message quotes from a text is in the text's language. */
const quoted = (message: string, lang: string): Html =>
  html`${message
    .split(/(".+?")/u)
    .map((part) =>
      part.startsWith('"') && lang !== 'en' ? html`<span lang="${lang}">${part}</span>` : html`${part}`
    )}`;

function langOf(file: string): string {
  const [language = ''] = baseName(file).split('.').slice(-1);
  return isLocale(language) ? localeFacts[language].lang : 'en';
}

/** "2 errors, 1 warning", or "nothing to mend". */
export function countWords(problems: readonly Problem[]): string {
  const counts = severities.flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`];
  });
  return counts.join(', ') || 'nothing to mend';
}
