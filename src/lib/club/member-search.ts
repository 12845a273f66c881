import { pageIn } from './pages';

/** What the office's list of people shows: those whose name begins so ('' for all), and which page of them, from 1. */
export interface MemberSearch {
  readonly name: string;
  readonly page: number;
}

/** What an address asks the list for; what it says otherwise counts as not said. */
export const searchIn = (url: URL): MemberSearch => ({
  name: (url.searchParams.get('name') ?? '').trim(),
  page: pageIn(url)
});

/** The same, as the query of an address, with its question mark; nothing for the whole list. */
export function queryOf({ name, page }: MemberSearch): string {
  const said = { ...(name === '' ? {} : { name }), ...(page === 1 ? {} : { page: String(page) }) };
  const query = new URLSearchParams(said).toString();
  return query && `?${query}`;
}
