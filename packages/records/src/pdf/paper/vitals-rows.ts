import { resolveProtocol, vitalsMinutes } from '@tandem/domain';
import type { PaperSession } from './paper-input.ts';
import type { PaperWords } from './paper-words.ts';

/** Rows below a head of the fewest lines; each further line of it takes the place of most of a row. */
const MOST_ROWS = 16;
const ROWS_A_LINE = 0.65;
/** However long the head is: a form without rows is none. */
const LEAST_ROWS = 3;
/** Further minutes that are named beside the table. */
const MOST_NAMED = 8;

/** Times at which a set is due stand in front of their rows; the rest is empty, for what comes after. */
export function vitalsRows(
  session: PaperSession | null,
  words: PaperWords,
  moreLines: number,
): { readonly rows: readonly (readonly string[])[]; readonly hint: string } {
  const count = Math.max(LEAST_ROWS, MOST_ROWS - Math.ceil(moreLines * ROWS_A_LINE));
  const empty = (rows: number) => Array.from({ length: Math.max(0, rows) }, (): string[] => []);
  if (session === null) return { rows: [[words.before], ...empty(count - 1)], hint: words.vitalsHintBlank };
  const { plan } = session.protocol;
  const protocol = resolveProtocol(plan);
  const minutes = vitalsMinutes(protocol, plan.drug, plan.route);
  const shown = minutes.slice(0, count - 1);
  const more = minutes.slice(shown.length);
  return {
    rows: [[words.before], ...shown.map((minute) => [`+${minute}`]), ...empty(count - 1 - shown.length)],
    hint: [
      words.vitalsHint(protocol.vitalsEveryMinutes),
      ...(more.length === 0
        ? []
        : [
            words.vitalsMore(
              `${more.slice(0, MOST_NAMED).join(', ')}${more.length > MOST_NAMED ? ' …' : ''}`,
            ),
          ]),
    ].join('; '),
  };
}
