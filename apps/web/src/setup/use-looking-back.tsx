import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay } from '../data/me.ts';
import { buttonClass } from '../ui/button.tsx';
import { auditWords } from '../words/audit-words.ts';
import { drillWords } from '../words/drill-words.ts';
import { healthWords } from '../words/health-words.ts';
import { openingsWords } from '../words/openings-words.ts';
import { processNoteWords } from '../words/process-note-words.ts';
import { removalWords } from '../words/removal-words.ts';
import { Part } from './setup-part.tsx';

/** Pages on which somebody looks at what was done, and at how the installation does; null when there is none. */
export function useLookingBack(): ReactNode {
  const may = useMay();
  const pages = [
    may('break-glass.review') && ([openingsWords.page, '/openings', openingsWords.openPage] as const),
    (may('audit.read') || may('audit.technical')) && ([auditWords.title, '/audit', auditWords.link] as const),
    may('redactions.ask') && ([removalWords.page, '/removals', removalWords.openPage] as const),
    may('process-notes.releases') &&
      ([processNoteWords.page, '/process-notes', processNoteWords.openPage] as const),
    may('session.list') && ([drillWords.setupTitle, '/drills', drillWords.setupLink] as const),
    may('health.read') && ([healthWords.title, '/setup/health', healthWords.link] as const),
  ].filter((page) => page !== false);
  if (pages.length === 0) return null;
  return pages.map(([title, to, link]) => (
    <Part key={to} title={title}>
      <Link to={to} className={buttonClass()}>
        {link}
      </Link>
    </Part>
  ));
}
