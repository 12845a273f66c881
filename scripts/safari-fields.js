import { parseAst } from 'vite';

/**
 * Safari before 16 has class fields, but loses outer names in a field's first value where that holds parentheses
 * (https://webkit.org/b/236843). The bundler's answer for Safari 15 turns every private field and method into a look-up
 * in a WeakMap, which costs weight and time on every page. So the build aims at Safari 16, which differs from 15.4 in
 * nothing else, and this wraps the few values in danger, as Babel's plugin for this fault does: a function has its own
 * scope, and names in it are found.
 */

/** @typedef {{ type: string, start: number, end: number, [key: string]: unknown }} Node */

/** Functions have a scope of their own: names in them are found. */
const safe = new Set(['ArrowFunctionExpression', 'FunctionExpression', 'Literal']);
/** What stands in parentheses, or may be taken for them while it is read. */
const risky = new Set(['ParenthesizedExpression', 'ArrowFunctionExpression', 'FunctionExpression', 'ClassExpression']);

/**
 * Wraps the first values of class fields that old Safari reads wrongly.
 * @param {string} code a whole module, as it is served
 */
export function wrapFields(code) {
  if (!code.includes('class')) return code;
  const values = nodesOf(parseAst(code, { preserveParens: true }))
    .filter(({ type, static: ofClass }) => type === 'PropertyDefinition' && !ofClass)
    .flatMap(({ value }) => (isNode(value) && inDanger(value) ? [value] : []))
    .sort((one, other) => other.start - one.start);
  return values.reduce(
    (text, { start, end }) => `${text.slice(0, start)}(()=>(${text.slice(start, end)}))()${text.slice(end)}`,
    code
  );
}

/** @param {Node} value */
const inDanger = (value) => !safe.has(value.type) && nodesOf(value).some(({ type }) => risky.has(type));

/** @param {unknown} thing @returns {thing is Node} */
const isNode = (thing) => typeof thing === 'object' && thing !== null && 'type' in thing && 'start' in thing;

/** A node and all below it. @param {unknown} thing @returns {Node[]} */
function nodesOf(thing) {
  if (typeof thing !== 'object' || thing === null) return [];
  const below = Object.values(thing).flatMap(nodesOf);
  return isNode(thing) ? [thing, ...below] : below;
}

/**
 * Wraps them in all that browsers get, after the code was made small: that would unwrap them again.
 * @returns {import('vite').Plugin}
 */
export function safariFieldsPlugin() {
  return {
    name: 'digitaltreff-safari-fields',
    enforce: 'post',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle(_, files) {
      for (const file of Object.values(files)) if (file.type === 'chunk') file.code = wrapFields(file.code);
    }
  };
}
