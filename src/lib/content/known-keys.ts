/** What is needed of a schema, whatever its type. */
interface Part {
  type?: string;
  /** of an object */
  entries?: Readonly<Record<string, unknown>>;
  /** of a variant or union */
  options?: readonly unknown[];
  /** of an array */
  item?: unknown;
  /** of a record */
  value?: unknown;
  /** of something optional */
  wrapped?: unknown;
}

/** The objects that a schema may stand for: itself, what it wraps, what can be chosen. */
function objectsOf(schema: unknown): Part[] {
  const part: Part = Object(schema);
  if (part.wrapped) return objectsOf(part.wrapped);
  return part.options ? part.options.flatMap(objectsOf) : [part];
}

function below(part: Part, key: string | number): unknown {
  if (part.entries) return part.entries[key];
  return part.type === 'record' ? part.value : part.item;
}

/**
 * The keys that a schema knows at the place of one that it does not know, sorted; where it can be one of several, those of all.
 * @param path the keys that lead there, outermost first, the unknown one last
 */
export function knownBeside(schema: unknown, path: readonly (string | number)[]): string[] {
  const places = path
    .slice(0, -1)
    .reduce((parts, key) => parts.flatMap((part) => objectsOf(below(part, key))), objectsOf(schema));
  return [...new Set(places.flatMap(({ entries = {} }) => Object.keys(entries)))].sort();
}
