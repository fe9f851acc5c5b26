import { rngOf } from '@tandem/scenarios';
import { ApiProcess } from './api-process.ts';
import type { Device } from './device.ts';
import { devicesOf } from './devices.ts';
import { type FaultKind, type Figures, noFigures } from './figures.ts';
import { Ledger } from './ledger.ts';
import { MemoryLog } from './memory-log.ts';
import { admin, CLINIC, lead, type Person, SESSION } from './people.ts';
import { Room } from './room.ts';
import { honest } from './sabotage.ts';
import { scriptOf } from './script.ts';
import { begin, heal } from './storm.ts';
import { Trace } from './trace.ts';
import { verdictOf } from './verdict.ts';
import { VirtualTime } from './virtual-time.ts';
import { Watch } from './watch.ts';
import type { Saboteur, World } from './world.ts';

export interface Outcome {
  readonly seed: number;
  /** What was promised and not held; empty when all was well. */
  readonly broken: readonly string[];
  /** The same for every run of the seed. */
  readonly digest: string;
  readonly trace: readonly string[];
  readonly figures: Figures;
}

/** Faults go on for so long after the end of the session, while it is signed. */
const STORM_AFTER_MS = 12_000;
/** The longest chain after healing: a call's limit, a back-off, a handshake's limit and a silence, twice over. */
const CALM_MS = 90_000;

/** One session from its start to its signatures, with everything that goes wrong on the way: all from `seed`. */
export async function simulate(seed: number, saboteur?: Saboteur): Promise<Outcome> {
  const time = new VirtualTime();
  const trace = new Trace(() => time.nowMs);
  const figures = noFigures();
  const rng = (name: string) => rngOf('simulation', seed, name);
  const own = rng('world');
  const script = scriptOf(own, seed);
  const ledger = new Ledger();
  const databaseClock = { skewMs: 0 };
  const trueMs = () => script.startMs + time.nowMs;
  const log = new MemoryLog(
    CLINIC,
    SESSION,
    () => time.nowMs,
    (seq) => committed(seq),
  );
  const struck = (kind: FaultKind, what = '') => {
    figures.faults[kind] += 1;
    trace.note(`fault: ${kind} ${what}`);
  };
  const databaseMs = () => trueMs() + databaseClock.skewMs;
  const parts = { time, trace, figures, log, rng, trueMs, databaseMs, databaseClock, struck };
  const world: World = { ...parts, sabotage: { ...honest, ...saboteur?.(parts) } };
  const watch = new Watch(world, ledger);
  const committed = (seq: number) => watch.committed(seq);
  for (const { actor, command, atMs } of script.before) log.append(actor, command, atMs);

  const processes = Array.from({ length: own.int(1, 2) }, (_, at) => new ApiProcess(world, `api-${at + 1}`));
  for (const process of processes) {
    process.peers = processes.filter((other) => other !== process);
    process.start();
  }
  const devices = devicesOf(world, watch, own, processes, script);
  const room = new Room(world, ledger, devices);
  const storm = { world, devices, processes };
  const stormMs = script.activeMs + STORM_AFTER_MS;
  for (const device of devices) time.after(own.int(0, 3_000), () => device.open());
  room.begin(script);
  begin(storm, rng('storm'), stormMs);
  const broken: string[] = [];
  try {
    await time.run(stormMs);
    heal(storm);
    room.review();
    await time.run(
      stormMs + CALM_MS,
      everySecond(time, () => isCalm(room, devices, log)),
    );
    broken.push(...watch.broken, ...verdictOf(world, ledger, devices, room));
  } catch (error) {
    // Nothing that a network or a person does may throw: neither in the dashboard nor in the server.
    broken.push(`threw ${(error as Error).stack}`);
  }
  for (const device of devices) for (const page of device.pages) page.end();
  for (const line of broken) trace.note(`BROKEN: ${line}`);
  figures.sessions = 1;
  figures.signed = log.state.status === 'signed' ? 1 : 0;
  figures.entries = log.lastSeq;
  figures.virtualMs = time.nowMs;
  return { seed, broken, digest: trace.digest(), trace: trace.lines(), figures };
}

function isCalm(room: Room, devices: readonly Device[], { lastSeq, state }: MemoryLog): boolean {
  if (room.busy > 0) return false;
  const mayRead = (person: Person) =>
    person !== admin && (person !== lead || state.status === 'ended' || state.status === 'signed');
  return devices.every(({ person, pages }) =>
    pages.every(({ outbox, store }) => {
      const waiting = outbox.items().some(({ status }) => status !== 'refused');
      const { confirmed, currency, refusal } = store.view();
      const shown = confirmed.lastSeq === lastSeq && currency.type === 'current';
      return !waiting && (shown || (refusal !== null && !mayRead(person)));
    }),
  );
}

/** Looking at every screen after each event would cost more than the run. */
function everySecond(time: VirtualTime, look: () => boolean): () => boolean {
  let nextMs = time.nowMs + 1_000;
  return () => {
    if (time.nowMs < nextMs) return false;
    nextMs = time.nowMs + 1_000;
    return look();
  };
}
