import { firstIssue } from '@tandem/domain';
import type { z } from 'zod';
import { rootOf } from './failure.ts';

export interface FieldProblem {
  /** Name of the form field; empty for the whole form. */
  readonly field: string;
  readonly sentence: string;
}

/**
 * What the wire's schema says about a form before it is sent: the same rules as the server's, with the field's
 * label in place of its name.
 */
export function checkForm<Output>(
  schema: z.ZodType<Output>,
  body: unknown,
  labels: Readonly<Record<string, string>>,
): { readonly value: Output } | { readonly problem: FieldProblem } {
  const parsed = schema.safeParse(body);
  if (parsed.success) return { value: parsed.data };
  const issue = firstIssue(parsed.error);
  const field = rootOf(issue.field);
  const label = labels[field];
  const told = issue.sentence.replace(/ Nothing was stored\.$/, '');
  const sentence = label === undefined || issue.field === '' ? told : told.replace(issue.field, label);
  return { problem: { field, sentence } };
}
