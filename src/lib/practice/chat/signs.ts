import Pay from '~icons/lucide/banknote';
import Block from '~icons/lucide/ban';
import Wait from '~icons/lucide/clock';
import Report from '~icons/lucide/flag';
import Write from '~icons/lucide/message-circle';
import Ask from '~icons/lucide/message-circle-question-mark';
import Leave from '~icons/lucide/log-out';
import Call from '~icons/lucide/phone';
import Share from '~icons/lucide/share-2';
import type { Icon } from '$lib/ui/icon';
import type { deeds } from './script';

/** The sign before an answer. */
export const signs: Readonly<Record<(typeof deeds)[number], Icon>> = {
  write: Write,
  call: Call,
  pay: Pay,
  block: Block,
  report: Report,
  ask: Ask,
  leave: Leave,
  wait: Wait,
  share: Share
};
