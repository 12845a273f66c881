import * as v from 'valibot';
import { freeText, neededLine } from '$lib/base/form';
import type { Operator } from './operator';

/** What the set-up and the settings ask about the operator. */
export const operatorForm = v.object({
  operatorName: neededLine(120),
  line: freeText(80),
  helpTelephone: freeText(40),
  imprint: freeText(5000),
  privacyContact: freeText(5000)
});

type OperatorWritten = v.InferOutput<typeof operatorForm>;

/** The settings out of the form. @param logo file name of the logo, if there is one */
export function operatorOf(
  { operatorName, line, helpTelephone, imprint, privacyContact }: OperatorWritten,
  logo?: string
): Operator {
  return { name: operatorName, line, helpTelephone, imprint, privacyContact, ...(logo === undefined ? {} : { logo }) };
}

/** What stands in the form before anybody has written. */
export function operatorStart(operator: Operator | undefined): Record<string, string> {
  if (!operator) return {};
  const { name, line, helpTelephone, imprint, privacyContact } = operator;
  return { operatorName: name, line, helpTelephone, imprint, privacyContact };
}
