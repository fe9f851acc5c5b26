import type { AnyNewEntry } from '@tandem/domain';
import type { HttpClient } from './http-client.ts';
import type { Dialect } from './line.ts';
import { type Seen, Viewer } from './viewer.ts';
import { within } from './wait.ts';

/** What a room needs to be reached; the only thing in which the floor and Tandem differ. */
export interface RoomAccess {
  readonly sessionId: string;
  /** Of the person who writes. */
  readonly writer: Readonly<Record<string, string>>;
  /** Of each person who watches. */
  readonly viewers: readonly Readonly<Record<string, string>>[];
  /** How they are spoken to; plainly where it is not said. */
  readonly dialect?: Dialect;
}

const PAGE = 500;

/** One session with its writer and viewers. */
export class Room {
  readonly viewers: readonly Viewer[];
  /** Seq by id, as confirmed to the writer. */
  readonly confirmed = new Map<string, number>();
  private readonly arriving = new Map<string, { left: number; readonly resolve: (atMs: number) => void }>();
  private readonly path: string;
  private repliedBytes = 0;

  constructor(
    private readonly http: HttpClient,
    private readonly access: RoomAccess,
    /** Where the viewers are, if not where the writer is. */
    private readonly watching: HttpClient = http,
  ) {
    this.path = `/api/sessions/${access.sessionId}/entries`;
    const arrived = (id: string) => this.arrived(id);
    const { sessionId, dialect } = access;
    this.viewers = access.viewers.map(
      (headers) => new Viewer(watching, sessionId, headers, arrived, 0, dialect),
    );
  }

  async open(): Promise<void> {
    await Promise.all(this.viewers.map((viewer) => viewer.open()));
  }

  /** One that comes back without the last `missed` entries. @returns milliseconds until it has them and is told so */
  async resume(missed: number): Promise<number> {
    const last = Math.max(...this.viewers.map(({ cursor }) => cursor));
    const [headers = {}] = this.access.viewers;
    const viewer = new Viewer(this.watching, this.access.sessionId, headers, () => {}, last - missed);
    const began = performance.now();
    await viewer.open();
    const ms = performance.now() - began;
    viewer.close();
    if (viewer.seen.length !== missed) throw new Error(`${viewer.seen.length} of ${missed} entries came`);
    return ms;
  }

  close(): void {
    for (const viewer of this.viewers) viewer.close();
  }

  /** Resolves with the moment (performance.now) at which the last viewer got this entry. */
  reachesAll(id: string): Promise<number> {
    const everywhere = new Promise<number>((resolve) => {
      this.arriving.set(id, { left: this.viewers.length, resolve });
    });
    return within(`entry ${id} reaches every viewer`, everywhere);
  }

  /** @returns false when the server could not say whether it is stored (5xx) @throws when the connection broke or it refused */
  async post(entry: AnyNewEntry): Promise<boolean> {
    const reply = await this.http.send(
      'POST',
      this.path,
      this.access.writer,
      JSON.stringify({ entries: [entry] }),
    );
    this.repliedBytes = Buffer.byteLength(reply.body);
    if (reply.status >= 500) return false;
    if (reply.status !== 201 && reply.status !== 200) throw new Refused(`${reply.status} ${reply.body}`);
    const [stored] = (JSON.parse(reply.body) as { entries: Seen[] }).entries;
    this.confirmed.set(entry.id, stored?.seq ?? 0);
    return true;
  }

  /** Bytes that travel for one entry: its body, the reply to it, and the frame to one viewer. */
  async saveBytes(entry: AnyNewEntry): Promise<number> {
    const viewer = this.viewers[0] as Viewer;
    const before = viewer.bytes;
    const everywhere = this.reachesAll(entry.id);
    await this.post(entry);
    await everywhere;
    return (
      Buffer.byteLength(JSON.stringify({ entries: [entry] })) + this.repliedBytes + viewer.bytes - before
    );
  }

  /** The whole log of this session, as served. */
  async log(): Promise<Seen[]> {
    const all: Seen[] = [];
    for (;;) {
      const query = `?after=${all.at(-1)?.seq ?? 0}&limit=${PAGE}`;
      const reply = await this.http.send('GET', `${this.path}${query}`, this.access.writer);
      if (reply.status !== 200) throw new Refused(`${reply.status} ${reply.body}`);
      const { entries } = JSON.parse(reply.body) as { entries: Seen[] };
      for (const { id, seq } of entries) all.push({ id, seq });
      if (entries.length < PAGE) return all;
    }
  }

  private arrived(id: string): void {
    const waiting = this.arriving.get(id);
    if (waiting === undefined) return;
    waiting.left -= 1;
    if (waiting.left > 0) return;
    this.arriving.delete(id);
    waiting.resolve(performance.now());
  }
}

/** The server said no: sending it again would change nothing. */
export class Refused extends Error {}
