import type { Role } from '@tandem/domain';
import type { World } from '../contract/matrix/world.ts';

/** A page of the dashboard on which typed text may stand. */
export interface PageSurface {
  readonly path: (world: World) => string;
  readonly as: Role;
  /** False where only names of our own stand: it is looked at all the same. */
  readonly showsText?: boolean;
}

/** A file that is made of typed text. */
export interface FileSurface {
  readonly route: string;
  readonly as: Role;
  /** As it has to say of itself. */
  readonly type: RegExp;
  /** What of this text would run where such a file is opened; empty: nothing. */
  readonly alive: (text: string) => string[];
}

const running = ({ sessions }: World) => sessions['in-progress'].id;
const signed = ({ sessions }: World) => sessions.signed.id;

/** A new page is one line here. */
export const pages: Readonly<Record<string, PageSurface>> = {
  Today: { path: () => '/', as: 'physician' },
  day: { path: () => '/day', as: 'physician' },
  round: { path: () => '/round', as: 'nurse' },
  room: { path: (world) => `/s/${running(world)}`, as: 'physician' },
  'room of a therapist': { path: (world) => `/s/${running(world)}`, as: 'therapist' },
  'signed session': { path: (world) => `/s/${signed(world)}`, as: 'lead' },
  'planned session': { path: (world) => `/s/${world.sessions.planned.id}`, as: 'physician' },
  sessions: { path: () => '/sessions', as: 'physician' },
  'new session': { path: () => '/sessions/new', as: 'physician' },
  clients: { path: () => '/clients', as: 'physician' },
  client: { path: ({ ours }) => `/clients/${ours.patient[0]}`, as: 'physician' },
  course: { path: ({ ours }) => `/clients/${ours.patient[0]}/course`, as: 'therapist' },
  register: { path: () => '/register', as: 'nurse' },
  protocols: { path: () => '/setup/protocols', as: 'physician' },
  protocol: { path: ({ ours }) => `/setup/protocols/${ours.protocol[0]}`, as: 'physician' },
  'process notes': { path: () => '/process-notes', as: 'therapist' },
  removals: { path: () => '/removals', as: 'lead' },
  audit: { path: () => '/audit', as: 'lead' },
  setup: { path: () => '/setup', as: 'admin' },
  questionnaires: { path: () => '/setup/questionnaires', as: 'admin' },
  health: { path: () => '/setup/health', as: 'lead', showsText: false },
};

/** A new export is one line here. */
export const files: Readonly<Record<string, FileSurface>> = {
  'audit (CSV)': { route: 'POST /api/audit/export', as: 'lead', type: /^text\/csv/, alive: formulas },
  'audit of what is technical (CSV)': {
    route: 'POST /api/audit/technical/export',
    as: 'admin',
    type: /^text\/csv/,
    alive: formulas,
  },
};

/** Cells that a spreadsheet would run: those that begin with one of the signs of ASVS 1.2.10. */
function formulas(csv: string): string[] {
  return csvCells(csv.replace(/^\uFEFF/, '')).filter((cell) =>
    /^[=+\-@\t\r\0\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell),
  );
}

/** Every cell as RFC 4180 reads it. @throws when a quote stands where none may */
export function csvCells(csv: string): string[] {
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/y;
  const cells: string[] = [];
  while (cell.lastIndex < csv.length) {
    const at = cell.lastIndex;
    const match = cell.exec(csv);
    if (match === null) throw new Error(`no CSV from character ${at}: ${csv.slice(at, at + 60)}`);
    const [, raw = ''] = match;
    cells.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
  }
  return cells;
}
