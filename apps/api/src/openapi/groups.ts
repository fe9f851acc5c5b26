/** The groups of the API reference, in the order in which somebody who begins reads them. */
export const groups = [
  { name: 'Sign-in', description: 'Logins, roles acted in, passwords, second factors and the PIN.' },
  { name: 'Sessions', description: 'Plan, start, end, sign; lists of sessions.' },
  { name: 'Entries', description: 'The log of a session, and what it adds up to.' },
  { name: 'Doses and vials', description: "A second person's proof, and the drug register." },
  { name: 'Clients', description: 'The people treated: identity, allergies, medicines, contacts, consents.' },
  { name: 'Courses', description: 'What happens between the sessions of a client.' },
  { name: 'Protocols', description: 'Versions of limits, schedules and checklists that sessions follow.' },
  { name: 'Questionnaires', description: 'What the clinic brought along besides those of Tandem.' },
  { name: 'Past sessions', description: 'Found, counted and compared.' },
  { name: 'Exports', description: 'Copies that leave the clinic, and forms on paper.' },
  { name: 'Drills', description: 'Played into a training session and scored.' },
  { name: 'Process notes', description: "A therapist's own notes, and their legal release by two people." },
  { name: 'Removals', description: 'Removing the text of an entry, by two people.' },
  { name: 'Break-glass', description: 'Opening a session without being on its team.' },
  { name: 'Audit', description: 'Who did what, apart from entries.' },
  { name: 'People', description: 'Who works here, and invitations.' },
  { name: 'Clinic', description: 'Settings and rooms.' },
  { name: 'Displays', description: 'Screens on a wall, without a name on them.' },
  { name: 'Health', description: 'Of the whole installation.' },
] as const;
type Group = (typeof groups)[number]['name'];

/** Which group a path belongs to, by how it begins: the longest beginning counts. */
const begins: Readonly<Record<string, Group>> = {
  '/api/audit': 'Audit',
  '/api/auth': 'Sign-in',
  '/api/break-glass': 'Break-glass',
  '/api/clinic': 'Clinic',
  '/api/course-tasks': 'Courses',
  '/api/courses': 'Courses',
  '/api/display': 'Displays',
  '/api/displays': 'Displays',
  '/api/drills': 'Drills',
  '/api/first-run': 'Clinic',
  '/api/health': 'Health',
  '/api/insights': 'Past sessions',
  '/api/instruments': 'Questionnaires',
  '/api/invitations': 'People',
  '/api/joining': 'Clinic',
  '/api/me': 'Sign-in',
  '/api/paper-forms': 'Exports',
  '/api/past-sessions': 'Past sessions',
  '/api/patients': 'Clients',
  '/api/patients/:id/courses': 'Courses',
  '/api/people': 'People',
  '/api/process-note-releases': 'Process notes',
  '/api/process-notes': 'Process notes',
  '/api/protocols': 'Protocols',
  '/api/redactions': 'Removals',
  '/api/rooms': 'Clinic',
  '/api/sessions': 'Sessions',
  '/api/sessions/:id/adopted-entries': 'Entries',
  '/api/sessions/:id/approvals': 'Doses and vials',
  '/api/sessions/:id/break-glass': 'Break-glass',
  '/api/sessions/:id/entries': 'Entries',
  '/api/sessions/:id/export': 'Exports',
  '/api/sessions/:id/redactions': 'Removals',
  '/api/sessions/:id/state': 'Entries',
  '/api/sessions/:id/unlock': 'Sign-in',
  '/api/text-templates': 'Exports',
  '/api/vials': 'Doses and vials',
};

/** The group of a path as it was registered (`/api/sessions/:id`). @returns undefined for one that the table lacks */
export function groupOf(url: string): Group | undefined {
  const parts = url.split('/');
  for (let length = parts.length; length > 0; length -= 1) {
    const group = begins[parts.slice(0, length).join('/')];
    if (group !== undefined) return group;
  }
  return undefined;
}
