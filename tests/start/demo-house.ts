import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildApp } from '@tandem/api/app.ts';
import type { App } from '@tandem/api/app-type.ts';
import { connect, type Database, type RoleUrls } from '@tandem/api/db/connect.ts';
import { prepareDatabase } from '@tandem/api/db/prepare.ts';
import { prepareDemo } from '@tandem/api/demo/demo.ts';
import type { Services } from '@tandem/api/services.ts';
import postgres from 'postgres';
import { inDatabase } from '../support/template.ts';

export interface DemoProcess {
  readonly app: App;
  readonly services: Services;
  readonly database: Database;
  readonly address: string;
}

/** A database with the demo clinics, and as many servers on it as are asked for. */
export class DemoHouse {
  private readonly processes: DemoProcess[] = [];

  private constructor(
    private readonly admin: postgres.Sql,
    private readonly name: string,
    readonly adminUrl: string,
    private readonly urls: RoleUrls,
    private readonly keysDir: string,
  ) {}

  static async open(adminUrl: string, keysDir: string): Promise<DemoHouse> {
    const name = `tandem_demo_${process.pid}`;
    const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
    await admin.unsafe(`create database ${name}`);
    const url = inDatabase(adminUrl, name);
    return new DemoHouse(admin, name, url, await prepareDatabase(url, keysDir, () => {}), keysDir);
  }

  async serve(): Promise<DemoProcess> {
    const database = connect(this.urls);
    const { app, services } = await buildApp({
      database,
      config: { publicUrl: new URL('http://127.0.0.1:4000'), logLevel: 'silent' },
      secret: 'a secret of the tests only, 32 bytes',
      secondFactorKey: Buffer.alloc(32, 7),
      keysDir: this.keysDir,
      dashboardDir: null,
      build: 'test',
    });
    if (this.processes.length === 0) await prepareDemo(services, () => {});
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    const served = { app, services, database, address };
    this.processes.push(served);
    return served;
  }

  async close(): Promise<void> {
    for (const { app, database } of this.processes) {
      await app.close();
      await database.close();
    }
    await this.admin.unsafe(`drop database ${this.name} with (force)`);
    await this.admin.end();
  }
}

/** A network between a program and the API that loses answers after they were given, or is not there at all. */
export class LossyNetwork {
  /** Ids of what was posted as entries, in the order in which it arrived. */
  readonly posted: string[] = [];
  lost = 0;
  /** Asked for each answer to such a POST. */
  loses: () => boolean = () => false;
  private server: Server | null = null;
  private port = 0;

  constructor(private readonly address: string) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async up(): Promise<void> {
    const server = createServer((incoming, reply) => {
      const parts: Buffer[] = [];
      incoming.on('data', (part: Buffer) => parts.push(part));
      incoming.on('end', () => {
        const body = Buffer.concat(parts);
        const entries = incoming.url?.endsWith('/entries') === true && incoming.method === 'POST';
        if (entries) {
          const sent = JSON.parse(body.toString()) as { entries: { id: string }[] };
          this.posted.push(...sent.entries.map(({ id }) => id));
        }
        const options = { method: incoming.method, headers: incoming.headers };
        const passed = request(`${this.address}${incoming.url}`, options, (answer) => {
          if (entries && this.loses()) {
            this.lost += 1;
            answer.resume();
            incoming.socket.destroy();
            return;
          }
          reply.writeHead(answer.statusCode ?? 500, answer.headers);
          answer.pipe(reply);
        });
        passed.on('error', () => incoming.socket.destroy());
        passed.end(body);
      });
    });
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  async down(): Promise<void> {
    const { server } = this;
    this.server = null;
    server?.closeAllConnections();
    await new Promise((resolve) => server?.close(resolve));
  }
}
