import { subjectOf, type EventId } from '$lib/sync/event';
import { later } from '$lib/sync/merge';
import { on, projection } from '$lib/sync/projection';
import { pathChosen } from '../events';

/** The path that somebody goes. */
export interface ChosenPath {
  readonly person: string;
  /** nothing: it was put away */
  readonly path?: string;
  readonly at: string;
  readonly id: EventId;
}

/** The last word counts. Key: `<person>`. */
export const chosenPath = projection<ChosenPath>('chosen-path', 1, [
  on(pathChosen, {
    keyOf: (event) => subjectOf(event.stream),
    fold(row, { id, at, stream, data: { path } }) {
      return later(row, { person: subjectOf(stream), ...(path === undefined ? {} : { path }), at, id });
    }
  })
]);

/** Of several entries that are one person, the path that was chosen last; nothing where it was put away. */
export function pathOf(rows: readonly ChosenPath[]): string | undefined {
  const [first, ...rest] = rows;
  return first && rest.reduce((last, next) => later(last, next), first).path;
}
