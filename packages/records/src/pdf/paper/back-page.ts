import { checkRows, resolveProtocol } from '@tandem/domain';
import { type Content, contentWidth } from '../look.ts';
import type { PaperSession } from './paper-input.ts';
import { inColumns, paperHeading, paperTable, tick, toWrite, writtenLines } from './paper-parts.ts';
import type { PaperWords } from './paper-words.ts';

const EVENT_ROWS = 4;
const NOTE_LINES = 11;

/** The side for what happened, what was said, and the way home. */
export function backPage(session: PaperSession | null, words: PaperWords): Content[] {
  const items = dischargeItems(session, words);
  const half = Math.ceil(items.length / 2);
  const third = (contentWidth - 28) / 3;
  return [
    paperHeading(words.events, words.eventsHint, 0),
    paperTable(
      [
        { head: words.time, share: 6 },
        { head: words.event, share: 20 },
        { head: words.grade, share: 7 },
        { head: words.action, share: 22 },
        { head: words.end, share: 6 },
        { head: words.who, share: 7 },
      ],
      Array.from({ length: EVENT_ROWS }, () => []),
    ),
    paperHeading(words.notes),
    writtenLines(NOTE_LINES),
    paperHeading(words.discharge, '', 16),
    {
      columns: [{ stack: items.slice(0, half).map(tick) }, { stack: items.slice(half).map(tick) }],
      columnGap: 18,
      margin: [0, 3, 0, 0],
    },
    inColumns([toWrite(words.leftWith, contentWidth)], 2),
    paperHeading(words.signatures, '', 12),
    inColumns(
      [words.physician, words.therapist, words.nurse].map((label) => toWrite(label, third)),
      2,
    ),
  ];
}

/** What going home asks for under this protocol; nobody planned: under the defaults, of every route. */
function dischargeItems(session: PaperSession | null, words: PaperWords): string[] {
  const plan = session?.protocol.plan;
  const protocol = resolveProtocol(plan ?? { drug: 'ketamine', route: 'im' });
  const { observationMinutes, observationAfterLastMinutes, observationAfterBoosterMinutes } = protocol;
  const applies = (key: string) => {
    if (key === 'rems-pressures') return plan?.rems === true;
    const isOfLine = key === 'line-out' || key === 'infusion-stopped';
    return !isOfLine || plan === undefined || plan.route === 'iv';
  };
  return checkRows
    .filter(({ key, list }) => list === 'discharge' && protocol.checklist.get(key) !== 'off' && applies(key))
    .map(({ key, statement }) =>
      key === 'observed'
        ? words.observed(observationMinutes, observationAfterLastMinutes, observationAfterBoosterMinutes)
        : (words.checks[key] ?? statement),
    );
}
