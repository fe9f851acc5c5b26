import { type AuditGroup, auditGroups } from '@tandem/domain';

/** Sentences about the audit. */
export const auditWords = {
  title: 'Audit',
  link: 'Open the audit',
  intro:
    'Who did, opened or was refused what. Nothing in it can be changed or removed. What was recorded in a session stands in its log.',
  technical: 'Events of this installation, without anything of a client.',
  own: 'What you did, opened or were refused.',
  ownSessions: 'What you did, and what others did with sessions whose team you are on.',
  from: 'From',
  to: 'To',
  person: 'Person',
  anybody: 'Anybody',
  group: 'About',
  any: 'Anything',
  groups: auditGroups satisfies Record<AuditGroup, string>,
  outcome: 'Outcome',
  outcomes: { any: 'Any', done: 'Done', denied: 'Refused by role', other: 'Refused otherwise' },
  clear: 'Clear filters',
  export: 'Export as CSV',
  exporting: 'Exporting',
  exported: (rows: string) => `Exported what is filtered: ${rows}.`,
  rows: (count: number) =>
    count >= 10_000 ? 'over 10,000 rows' : `${count} ${count === 1 ? 'row' : 'rows'}`,
  columns: { time: 'Time', who: 'Who', act: 'What', about: 'About', outcome: 'Outcome' },
  caption: 'Acts, newest first',
  nobody: 'Nobody signed in',
  denied: (operation: string) => `Asked for ${operation}`,
  said: { done: 'done', denied: 'refused: the role may not', refused: 'refused' } as Readonly<
    Record<string, string>
  >,
  more: 'Show more',
  loading: 'Loading the audit.',
  none: 'Nothing matches. Choose a longer time or fewer filters.',
  again: 'Try again',
} as const;
