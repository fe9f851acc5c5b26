import { chmodSync, closeSync, copyFileSync, openSync, readSync, statSync, truncateSync } from 'node:fs';
import { refusalFor } from './refusal.ts';

const LIMIT_BYTES = 4 * 1024 * 1024;
const LOOK_EVERY_MS = 60_000;

/** PostgreSQL's log: one file and one older one beside it, so that it never fills the disk. */
export class ServerLog {
  readonly file: string;
  private timer: NodeJS.Timeout | undefined;

  constructor(file: string) {
    this.file = file;
  }

  /** Appending, so that cutting the file short under a running server leaves no hole in it. */
  open(): number {
    try {
      this.trim();
      const handle = openSync(this.file, 'a', 0o600);
      chmodSync(this.file, 0o600);
      return handle;
    } catch (error) {
      throw refusalFor(error, this.file);
    }
  }

  keepBounded(): void {
    this.timer = setInterval(() => {
      try {
        this.trim();
      } catch {
        // A full disk: the database says so itself, and an untrimmed log is the smaller harm.
      }
    }, LOOK_EVERY_MS);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  size(): number {
    return statSync(this.file, { throwIfNoEntry: false })?.size ?? 0;
  }

  /** What was written after `offset`, at most the last 4 kB. */
  since(offset: number): string {
    const end = this.size();
    const start = Math.max(offset, end - 4096);
    if (end <= start) return '';
    const buffer = Buffer.alloc(end - start);
    const handle = openSync(this.file, 'r');
    try {
      return buffer.toString('utf8', 0, readSync(handle, buffer, 0, buffer.length, start));
    } finally {
      closeSync(handle);
    }
  }

  private trim(): void {
    if (this.size() <= LIMIT_BYTES) return;
    copyFileSync(this.file, `${this.file}.1`);
    truncateSync(this.file);
  }
}
