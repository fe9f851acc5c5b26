import { realpathSync } from 'node:fs';
import postgres from 'postgres';
import { ADMIN_ROLE } from './initdb.ts';

export interface Probe {
  state: 'ours' | 'wrong-password' | 'other' | 'silent';
}

export function adminUrl(port: number, password: string): string {
  return `postgres://${ADMIN_ROLE}:${password}@127.0.0.1:${port}/postgres`;
}

/** Signs in and asks which data directory answers: an open port alone proves nothing. */
export async function probe(port: number, password: string, pgData: string): Promise<Probe> {
  const sql = postgres(adminUrl(port, password), {
    max: 1,
    connect_timeout: 4,
    idle_timeout: 1,
    fetch_types: false,
    onnotice: () => {},
  });
  const late = setTimeout(() => void sql.end({ timeout: 0 }), 6_000);
  try {
    const [row] = await sql<{ dir: string }[]>`select current_setting('data_directory') as dir`;
    return { state: row && realpathSync(row.dir) === pgData ? 'ours' : 'other' };
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    return { state: code === '28P01' || code === '28000' ? 'wrong-password' : 'silent' };
  } finally {
    clearTimeout(late);
    await sql.end({ timeout: 1 }).catch(() => {});
  }
}
