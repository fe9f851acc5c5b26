import { checkRow } from '../checklist/catalog.ts';
import { formatMg } from '../units.ts';
import type { DoseFinding } from './dose-checks.ts';
import { heldWords } from './notice-words.ts';

/** What stands against a dose that is about to be given, in one sentence: the value and its limit, no instruction. */
export function findingSentence(finding: DoseFinding): string {
  switch (finding.ruleId) {
    case 'dose-ceiling':
      return `This makes ${formatMg(finding.totalMicrograms)}; the ceiling is ${formatMg(finding.limitMicrograms)}.`;
    case 'dose-interval':
      return `${Math.floor(finding.minutes)} min from another dose; the limit is ${finding.limitMinutes} min.`;
    case 'dose-range':
      return `${formatMg(finding.amountMicrograms)} is an anaesthetic amount, from ${formatMg(finding.fromMicrograms)}.`;
    case 'dose-gate':
      return `Not settled yet: ${finding.missing.map((key) => checkRow(key).statement).join('; ')}.`;
    case 'dose-hold':
      return `Held: ${finding.heldBy.map(heldWords).join(', ')}.`;
    case 'dose-allergy':
      return `The record says allergic: ${finding.allergy}.`;
  }
}
