import type { Audience } from './lesson';

/**
 * How lessons speak to these people, and everything around their lessons with them: children, makers and volunteers are
 * "du" in German, everybody else is "Sie" (docs/decisions/0037).
 */
export const saysDu = (audience: Audience): boolean =>
  audience === 'children' || audience === 'makers' || audience === 'volunteers';
