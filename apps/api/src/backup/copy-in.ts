import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ReservedSql } from 'postgres';
import type { BackedUpTable } from './format.ts';
import { copyIn } from './tables.ts';

/** COPY … FROM STDIN of one table, a batch at a time. What the database refuses is thrown at a write or at the end. */
export class CopyIn {
  private failure: Error | null = null;

  private constructor(
    private readonly tx: ReservedSql,
    readonly table: BackedUpTable,
    private readonly out: NodeJS.WritableStream,
  ) {
    out.on('error', (error: Error) => {
      this.failure ??= error;
    });
  }

  static async into(tx: ReservedSql, table: BackedUpTable): Promise<CopyIn> {
    return new CopyIn(tx, table, await tx.unsafe(copyIn(table)).writable());
  }

  /** @param text whole lines */
  async write(text: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.out.write(text, (error) => (error ? reject(error) : resolve()));
    });
    if (this.failure !== null) throw this.failure;
  }

  /** Returns once the database took all rows. */
  async end(): Promise<void> {
    if (this.failure !== null) throw this.failure;
    this.out.end();
    // What fails after the last row (a foreign key) never reaches the driver's stream, which then waits for ever. The
    // next statement tells: it waits its turn behind the COPY, and is refused in a transaction that has failed.
    for (;;) {
      try {
        await this.tx`select 1`;
        break;
      } catch (error) {
        if ((error as { code?: string }).code !== 'COPY_IN_PROGRESS') throw this.failure ?? error;
        await nextTurn();
      }
    }
    if (this.failure !== null) throw this.failure;
  }
}
