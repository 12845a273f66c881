import * as v from 'valibot';
import { LineCounter, isMap, isScalar, parseDocument, visit, type Document } from 'yaml';
import { problemAt, type Problem } from './problem';

type Path = readonly (string | number)[];

/** A YAML text that fits its schema, with the line of each of its entries; or the problems that keep it from fitting. */
export interface YamlRead<T> {
  value?: T;
  /** The line of an entry, or of its nearest ancestor that is there. */
  lineOf: (path: Path) => number;
  problems: Problem[];
}

interface YamlSource {
  file: string;
  text: string;
  /** The line of the file at which `text` begins; 1 for a whole file. */
  firstLine?: number;
}

/** Parses YAML and validates it. Every problem carries file and line. */
export function readYaml<T>(
  schema: v.GenericSchema<unknown, T>,
  { file, text, firstLine = 1 }: YamlSource
): YamlRead<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line) + firstLine - 1;
  const lineOf = (path: Path): number => lineAt(offsetOf(document, path));
  const syntax = [...document.errors, ...document.warnings].map((error) =>
    problemAt({ file, line: lineAt(error.pos[0]) }, 'yaml-syntax', `This is not YAML: ${error.message}.`)
  );
  if (syntax.length > 0) return { lineOf, problems: syntax.slice(0, 1) };
  const parsed = v.safeParse(schema, document.toJS());
  if (parsed.success) return { value: parsed.output, lineOf, problems: [] };
  return { lineOf, problems: parsed.issues.map((issue) => shapeProblem(issue, file, lineOf)) };
}

function offsetOf(document: Document, path: Path): number {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = document.getIn(path.slice(0, depth - 1), true);
    const key = path[depth - 1];
    if (isMap(parent)) {
      // The key's own place: its value may begin lines further down.
      const pair = parent.items.find((item) => String(item.key) === String(key));
      if (pair) return rangeStart(pair.key) ?? 0;
    }
    const start = rangeStart(document.getIn(path.slice(0, depth), true));
    if (start !== undefined) return start;
  }
  return rangeStart(document.contents) ?? 0;
}

function rangeStart(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return undefined;
  const start: unknown = node.range[0];
  return typeof start === 'number' ? start : undefined;
}

/** Every text that is a value in a YAML text, with its line; nothing where it is no YAML. */
export function textsIn(text: string): { text: string; line: number }[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const found: { text: string; line: number }[] = [];
  if (document.errors.length > 0) return found;
  visit(document, {
    Scalar(key, node) {
      if (key !== 'key' && isScalar(node) && typeof node.value === 'string') {
        found.push({ text: node.value, line: lines.linePos(node.range?.[0] ?? 0).line });
      }
    }
  });
  return found;
}

/** The keys that lead to an issue, outermost first. */
export const issuePath = (issue: v.BaseIssue<unknown>): (string | number)[] =>
  (issue.path ?? []).flatMap((item) =>
    typeof item.key === 'string' || typeof item.key === 'number' ? [item.key] : []
  );

function shapeProblem(issue: v.BaseIssue<unknown>, file: string, lineOf: (path: Path) => number): Problem {
  const path = issuePath(issue);
  const line = lineOf(path);
  return problemAt({ file, line }, 'yaml-shape', describe(issue, path.join('.')));
}

function describe(issue: v.BaseIssue<unknown>, name: string): string {
  const entry = name ? `"${name}"` : 'The file';
  if (issue.received === 'undefined') return `${entry} is missing.`;
  if (issue.expected === 'never') return `${entry} is not known here.`;
  return `${entry} is not right: ${issue.message.replace(/^Invalid (?:type|key|value|format): /u, '')}.`;
}
