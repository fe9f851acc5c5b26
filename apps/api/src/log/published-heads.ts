import { appendFile } from 'node:fs/promises';
import { headLine } from '@tandem/records';
import type { CommittedStream } from './requests.ts';

/** In DATA_DIR. */
export const HEADS_FILE = 'chain-heads.log';

/**
 * Chain heads outside of the database: each signature appends the head it made to a file that is copied away
 * (docs/operations.md). Whoever owns the database could write a session anew, hashes and all; not what was copied.
 * Ids and hashes alone: the file says nothing of a client.
 */
export class PublishedHeads {
  private writing: Promise<void> = Promise.resolve();

  /** @param file null: heads are published nowhere (tests, a process without a data folder) */
  constructor(
    private readonly file: string | null,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Told after the commit. A signature stands whether or not its line could be written: that is an error to look at. */
  committed(streams: readonly CommittedStream[]): void {
    const { file } = this;
    if (file === null) return;
    const lines = streams.flatMap(({ clinicId, streamId, entries }) =>
      entries
        .filter(({ kind }) => kind === 'signed' || kind === 'closed')
        .map(({ recordedAt, seq, hash }) =>
          headLine({ at: recordedAt, clinic: clinicId, session: streamId, seq, hash }),
        ),
    );
    if (lines.length === 0) return;
    this.writing = this.writing
      .then(() => appendFile(file, lines.join(''), { mode: 0o600, flush: true }))
      .catch(this.failed);
  }

  /** Resolves when every line asked for so far is in the file. */
  async drain(): Promise<void> {
    await this.writing;
  }
}
