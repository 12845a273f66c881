import Step from '~icons/lucide/footprints';
import Take from '~icons/lucide/hand';
import Repeat from '~icons/lucide/repeat';
import Left from '~icons/lucide/rotate-ccw';
import Right from '~icons/lucide/rotate-cw';
import If from '~icons/lucide/split';
import type { Icon } from '$lib/ui/icon';
import type { Command } from './program';

/** The sign of each command, on its key and in front of its lines. */
export const signs: Partial<Record<Command, Icon>> = {
  step: Step,
  left: Left,
  right: Right,
  take: Take,
  repeat: Repeat,
  if: If
};
