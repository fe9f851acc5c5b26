import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import postgres from 'postgres';
import { notifyAppend } from './floor/notify.ts';
import { plainScreens, socketIoScreens } from './floor/screens.ts';
import {
  type Append,
  batchAppend,
  type FloorSession,
  type Posted,
  prepare,
  singleAppend,
} from './floor/store.ts';
import { answerCalls, serverCalls } from './harness/calls.ts';

/**
 * The floor: the least that a shared durable log costs on this machine. node:http POST, one durable INSERT with
 * a gapless seq per session, broadcast over plain ws. No login, no rules, no hash. It speaks the addresses and
 * frames of Tandem, so that one load generator drives both.
 */
const sql = postgres(process.env.DATABASE_URL as string, { onnotice: () => {} });
const sessions = new Map<string, FloorSession>();
let append: Append;

function sessionOf(id: string): FloorSession {
  let session = sessions.get(id);
  if (session === undefined) {
    session = { id, seq: 0, last: Promise.resolve(), screens: new Set(), emit: null };
    sessions.set(id, session);
  }
  return session;
}

function answer(reply: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  reply.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  reply.end(text);
}

const failed = (reply: ServerResponse) => (error: unknown) => answer(reply, 500, { detail: String(error) });

function post(request: IncomingMessage, reply: ServerResponse, session: FloorSession): void {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    store(Buffer.concat(parts).toString(), reply, session).catch(failed(reply));
  });
}

async function store(body: string, reply: ServerResponse, session: FloorSession): Promise<void> {
  const { entries } = JSON.parse(body) as { entries: Posted[] };
  const stored = await Promise.all(entries.map((entry) => append(session, entry)));
  answer(reply, 201, { entries: stored });
}

async function readLog(reply: ServerResponse, session: FloorSession, query: URLSearchParams): Promise<void> {
  const entries = await sql`
    select id, seq from entries where session_id = ${session.id} and seq > ${Number(query.get('after'))}
    order by seq limit ${Number(query.get('limit'))}`;
  answer(reply, 200, { entries, lastSeq: session.seq });
}

const ENTRIES = /^\/api\/sessions\/([\w-]+)\/entries$/;

const server = createServer({ keepAliveTimeout: 72_000 }, (request, reply) => {
  const url = request.url ?? '';
  if (request.method === 'POST') {
    const sessionId = ENTRIES.exec(url)?.[1];
    return sessionId === undefined ? answer(reply, 404, {}) : post(request, reply, sessionOf(sessionId));
  }
  if (url === '/healthz') return answer(reply, 200, {});
  const { pathname, searchParams } = new URL(url, 'http://floor');
  const sessionId = ENTRIES.exec(pathname)?.[1];
  if (sessionId === undefined) return answer(reply, 404, {});
  readLog(reply, sessionOf(sessionId), searchParams).catch(failed(reply));
});

const screens = process.env.FLOOR_SOCKETS === 'socket.io' ? socketIoScreens : plainScreens;
screens(server, sessionOf);

async function start(): Promise<void> {
  await prepare(sql);
  const mode = process.env.FLOOR_MODE;
  append =
    mode === 'notify'
      ? await notifyAppend(sql, sessionOf)
      : mode === 'batch'
        ? batchAppend(sql)
        : singleAppend(sql);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  answerCalls(serverCalls, `http://127.0.0.1:${port}`);
}

start().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
