import type { Step, StepKind } from '$lib/content/lesson';

/** Whose turn it is, and what they do: the words for it stand under `tandem`. */
export type Turn =
  | { readonly who: 'parent'; readonly task: 'parentRead' | 'parentAnswer' | 'parentPractise' }
  | { readonly who: 'child'; readonly task: 'childRead' | 'childAnswer' | 'childPractise' }
  | { readonly who: 'both'; readonly task: 'bothTry' };

type Deed = 'read' | 'answer' | 'practise' | 'try';

const deeds: Readonly<Record<StepKind, Deed>> = {
  read: 'read',
  look: 'read',
  question: 'answer',
  decide: 'answer',
  order: 'answer',
  match: 'answer',
  do: 'practise',
  try: 'try',
  talk: 'try'
};

const parentTurns = { read: 'parentRead', answer: 'parentAnswer', practise: 'parentPractise' } as const;
const childTurns = { read: 'childRead', answer: 'childAnswer', practise: 'childPractise' } as const;

/**
 * Whose turn a step is, where a parent and a child go through a lesson together. With each kind of deed they take turns:
 * the parent begins with reading aloud, the child with answering and with practising. What is done away from the
 * lesson they do together.
 * @param index counted from 0, within the lesson
 */
export function turnAt(steps: readonly Pick<Step, 'kind'>[], index: number): Turn | undefined {
  const step = steps[index];
  if (step === undefined) return undefined;
  const deed = deeds[step.kind];
  if (deed === 'try') return { who: 'both', task: 'bothTry' };
  const before = steps.slice(0, index).filter(({ kind }) => deeds[kind] === deed).length;
  const isParents = (before % 2 === 0) === (deed === 'read');
  return isParents ? { who: 'parent', task: parentTurns[deed] } : { who: 'child', task: childTurns[deed] };
}
