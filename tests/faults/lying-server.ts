import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { StoredEntry } from './house.ts';

/** What it does with an entry that it says is stored: `entry` is as it should be, `log` what is really kept. */
export interface Lie {
  /** Stores. */
  readonly store?: (log: StoredEntry[], entry: StoredEntry) => void;
  /** Answers to an id that it has. */
  readonly again?: (entry: StoredEntry) => StoredEntry;
}

const honest: Required<Lie> = { store: (log, entry) => log.push(entry), again: (entry) => entry };

/** Confirms every entry as the API does, and keeps its promise or not: the judge must notice. */
export class LyingServer {
  readonly log: StoredEntry[] = [];
  private readonly said = new Map<string, StoredEntry>();
  private readonly lie: Required<Lie>;
  private readonly server: Server;

  private constructor(lie: Lie) {
    this.lie = { ...honest, ...lie };
    this.server = createServer(async (request, reply) => {
      const parts = await request.setEncoding('utf8').toArray();
      const { entries } = JSON.parse(parts.join('')) as { entries: { id: string }[] };
      const stored = entries.map(({ id }) => this.take(id));
      reply.writeHead(201, { 'content-type': 'application/json' });
      reply.end(JSON.stringify({ entries: stored }));
    }).listen(0, '127.0.0.1');
  }

  static async start(lie: Lie): Promise<LyingServer> {
    const lying = new LyingServer(lie);
    await once(lying.server, 'listening');
    return lying;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private take(id: string): StoredEntry {
    const known = this.said.get(id);
    if (known !== undefined) return this.lie.again(known);
    const seq = this.said.size + 1;
    const hash = createHash('sha256').update(`${seq} ${id}`).digest('hex');
    const entry = { id, seq, recordedAt: new Date().toISOString(), hash };
    this.said.set(id, entry);
    this.lie.store(this.log, entry);
    return entry;
  }
}
