/** One page of a long list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** counted from 1 */
  readonly page: number;
  /** there is another behind it */
  readonly more: boolean;
}

/** Which page an address asks for; what it says otherwise counts as the first. */
export function pageIn({ searchParams }: URL): number {
  const page = Number(searchParams.get('page') ?? 1);
  return Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1;
}

/** One page of a list, which is read no further than that. */
export function pageOf<Item>(all: Iterable<Item>, { page, size }: { page: number; size: number }): Page<Item> {
  const found = Iterator.from(all)
    .drop((page - 1) * size)
    .take(size + 1)
    .toArray();
  return { items: found.slice(0, size), page, more: found.length > size };
}
