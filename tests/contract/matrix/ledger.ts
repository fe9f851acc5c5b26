import postgres, { type Sql } from 'postgres';

/** A clinic's rows as one text per table: equal means that nothing was added, changed or taken away. */
type Rows = Readonly<Record<string, string>>;
export interface Snapshot {
  readonly ours: Rows;
  readonly theirs: Rows;
}

/**
 * What the database holds of both clinics, seen by the superuser, whom no policy hides a row from. Tables are read
 * from the catalogue, so that a new one is watched without an edit here.
 */
export class Ledger {
  private constructor(
    private readonly sql: Sql,
    private readonly statement: string,
    private readonly ours: string,
    private readonly theirs: string,
    /** Every id that stands anywhere in a row of the other clinic. */
    readonly foreignIds: ReadonlySet<string>,
  ) {}

  static async open(adminUrl: string, ours: string, theirs: string): Promise<Ledger> {
    const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
    const tables = await sql<{ name: string }[]>`
      select c.oid::regclass::text as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('tandem', 'auth', 'notes')
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'clinic_id' and not a.attisdropped
      where c.relkind = 'r' order by 1`;
    if (tables.length < 11) throw new Error(`only ${tables.length} tables belong to a clinic`);
    const each = (columns: string, rest: (name: string) => string) =>
      tables.map(({ name }) => `select ${columns.replace('?', `'${name}'`)} from ${name} x ${rest(name)}`);
    const ofTheirs = `where clinic_id = '${theirs}'`;
    const statement = each(
      `? as name, clinic_id, count(*) || ' rows ' || md5(string_agg(md5(x::text), '' order by md5(x::text))) as rows`,
      // A refusal and a read leave their row in the asker's own audit, and there alone: thousands, and not looked at.
      (name) => `${name === 'tandem.audit' ? ofTheirs : ''} group by clinic_id`,
    ).join(' union all ');
    const texts = await sql.unsafe<{ row: string }[]>(
      each('x::text as row', () => ofTheirs).join(' union all '),
    );
    const ids = new Set(texts.flatMap(({ row }) => idsIn(row)));
    return new Ledger(sql, statement, ours, theirs, ids);
  }

  async read(): Promise<Snapshot> {
    const found = await this.sql.unsafe<{ name: string; clinic_id: string; rows: string }[]>(this.statement);
    const of = (clinicId: string) =>
      Object.fromEntries(
        found.filter((row) => row.clinic_id === clinicId).map(({ name, rows }) => [name, rows]),
      );
    return { ours: of(this.ours), theirs: of(this.theirs) };
  }

  close(): Promise<void> {
    return this.sql.end();
  }
}

/** Tables of which `after` differs from `before`. */
export function changed(before: Rows, after: Rows): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => before[name] !== after[name]);
}

export const idsIn = (text: string): string[] =>
  text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
