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
  /** `POST /api/audit/export`; of one session or course as this world knows it. */
  readonly route: string | ((world: World) => string);
  readonly as: Role;
  /** As it has to say of itself. */
  readonly type: RegExp;
  /** What of this text would run where such a file is opened; empty: nothing. */
  readonly alive: (text: string) => string[];
  /** Whether a search of the file finds what was typed: not where it stands as glyphs of a font, or not at all. */
  readonly showsText?: boolean;
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
  report: { path: (world) => `/s/${running(world)}/report`, as: 'physician' },
  replay: { path: (world) => `/s/${running(world)}/replay`, as: 'lead' },
  'signed report': { path: (world) => `/s/${signed(world)}/report`, as: 'lead' },
  course: { path: ({ ours }) => `/clients/${ours.patient[0]}/course`, as: 'therapist' },
  'planned session': { path: (world) => `/s/${world.sessions.planned.id}`, as: 'physician' },
  sessions: { path: () => '/sessions', as: 'physician' },
  'sessions of a lead': { path: () => '/sessions', as: 'lead' },
  'new session': { path: () => '/sessions/new', as: 'physician' },
  clients: { path: () => '/clients', as: 'physician' },
  'clients from a file': { path: () => '/clients/import', as: 'physician', showsText: false },
  client: { path: ({ ours }) => `/clients/${ours.patient[0]}`, as: 'physician' },
  register: { path: () => '/register', as: 'nurse' },
  protocols: { path: () => '/setup/protocols', as: 'physician' },
  protocol: { path: ({ ours }) => `/setup/protocols/${ours.protocol[0]}`, as: 'physician' },
  'process notes': { path: () => '/process-notes', as: 'therapist' },
  insights: { path: () => '/insights', as: 'lead', showsText: false },
  compare: { path: (world) => `/compare?ids=${signed(world)}`, as: 'lead' },
  openings: { path: () => '/openings', as: 'lead', showsText: false },
  drills: { path: () => '/drills', as: 'lead' },
  drill: { path: ({ ours }) => `/drills/${ours.drill[0]}`, as: 'lead' },
  removals: { path: () => '/removals', as: 'lead' },
  audit: { path: () => '/audit', as: 'lead' },
  setup: { path: () => '/setup', as: 'admin' },
  'text templates': { path: () => '/setup/text-templates', as: 'admin' },
  questionnaires: { path: () => '/setup/questionnaires', as: 'admin' },
  'one-page cards': { path: () => '/cards', as: 'nurse', showsText: false },
  health: { path: () => '/setup/health', as: 'lead', showsText: false },
};

const copyOf = (query: string) => (world: World) =>
  `GET /api/sessions/${running(world)}/export?format=${query}`;

const pdf = { type: /^application\/pdf/, alive: pdfActions, showsText: false };

/** A new export is one line here. */
export const files: Readonly<Record<string, FileSurface>> = {
  'audit (CSV)': {
    route: 'POST /api/audit/export',
    as: 'lead',
    type: /^text\/csv/,
    alive: formulas,
  },
  'audit of what is technical (CSV)': {
    route: 'POST /api/audit/technical/export',
    as: 'admin',
    type: /^text\/csv/,
    alive: formulas,
  },
  'past sessions (CSV)': {
    route: 'POST /api/past-sessions/export',
    as: 'lead',
    type: /^text\/csv/,
    alive: formulas,
  },
  'session (CSV)': { route: copyOf('csv'), as: 'physician', type: /^text\/csv/, alive: formulas },
  'session (REMS, CSV)': { route: copyOf('rems-csv'), as: 'physician', type: /^text\/csv/, alive: formulas },
  'session (FHIR)': {
    route: copyOf('fhir'),
    as: 'physician',
    type: /^application\/fhir\+json/,
    alive: fhirMarkup,
  },
  'session (PDF)': { route: copyOf('pdf'), as: 'physician', ...pdf },
  'session for the client (PDF)': { route: copyOf('pdf&variant=client'), as: 'physician', ...pdf },
  'going home (PDF)': { route: copyOf('pdf&variant=going-home'), as: 'physician', ...pdf },
  'forms on paper (PDF)': {
    route: () => `GET /api/paper-forms?date=${new Date().toISOString().slice(0, 10)}`,
    as: 'physician',
    ...pdf,
  },
  'session (text)': {
    route: copyOf('text&template=physician'),
    as: 'physician',
    type: /^text\/plain/,
    alive: none,
  },
  'session (bundle)': {
    route: copyOf('bundle'),
    as: 'physician',
    type: /^application\/json/,
    alive: notJson,
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

/** Plain text runs nowhere. */
function none(): string[] {
  return [];
}

/** Data: it has only to be JSON still. */
function notJson(text: string): string[] {
  JSON.parse(text);
  return [];
}

/** Elements and attributes in a narrative that Tandem does not write itself. */
function fhirMarkup(text: string): string[] {
  const found: string[] = [];
  JSON.parse(text, (key, value) => {
    if (key !== 'div' || typeof value !== 'string') return value;
    const tags = value.match(/<[^>]*>?/g) ?? [];
    found.push(
      ...tags.filter(
        (tag) => !/^<(div xmlns="http:\/\/www\.w3\.org\/1999\/xhtml"|\/?(div|ul|li))>$/.test(tag),
      ),
    );
    return value;
  });
  return found;
}

/** What a reader of PDF would do by itself or on a tap (ISO 32000-1, 12.6), outside of streams. */
function pdfActions(text: string): string[] {
  const objects = text.replace(/\bstream\r?\n[\s\S]*?endstream/g, '');
  if (!objects.includes('/Catalog')) throw new Error('no PDF that can be looked through');
  return (
    objects.match(/\/(JavaScript|JS|OpenAction|AA|Launch|URI|SubmitForm|EmbeddedFile|XFA|RichMedia)\b/g) ?? []
  );
}
