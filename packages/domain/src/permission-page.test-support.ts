import { may, operations, permissions, teamOnlyPermissions } from './permissions.ts';
import { roles } from './roles.ts';
import { sessionStatuses } from './session/status.ts';

const begin =
  '<!-- begin: printed from permissions.ts by `npx vitest run --project unit docs.test.ts -u` -->';
const end = '<!-- end -->';

/** The page with everything between its two marks as the table of permissions says it. @throws Error without marks */
export function withPermissions(page: string): string {
  const from = page.indexOf(begin);
  const to = page.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`docs/security.md has lost its marks: ${begin} ... ${end}`);
  return `${page.slice(0, from)}${begin}\n\n${everyRole()}\n\n${leadByState()}\n\n${whenTeamOnly()}\n\n${page.slice(to)}`;
}

function everyRole(): string {
  return markdown(
    ['operation', ...roles],
    operations.map((operation) => [
      `\`${operation}\``,
      ...roles.map((role) => permissions[operation][role].words),
    ]),
  );
}

/** What a lead's day turns on: the operations that the state of a session opens and closes. */
function leadByState(): string {
  const turning = operations.filter((operation) => {
    const states = sessionStatuses.filter((status) => may('lead', operation, status));
    return states.length > 0 && states.length < sessionStatuses.length;
  });
  return markdown(
    ['while a session is', 'a lead may, besides what is always theirs'],
    sessionStatuses.map((status) => {
      const open = turning.filter((operation) => may('lead', operation, status));
      return [status, open.map((operation) => `\`${operation}\``).join(', ') || 'nothing'];
    }),
  );
}

/** What stands in the place of the first table in a clinic that shows sessions to their team alone. */
function whenTeamOnly(): string {
  const rows = Object.entries(teamOnlyPermissions);
  return markdown(
    ['with "team only"', ...roles],
    rows.map(([operation, row]) => [`\`${operation}\``, ...roles.map((role) => row[role].words)]),
  );
}

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
