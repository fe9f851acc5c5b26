import type { Rng } from '@tandem/scenarios';
import type { ApiProcess } from './api-process.ts';
import type { Device } from './device.ts';
import { PERFECT } from './link.ts';
import type { World } from './world.ts';

export interface Storm {
  readonly world: World;
  readonly devices: readonly Device[];
  readonly processes: readonly ApiProcess[];
}

type Fault = (storm: Storm, rng: Rng) => void;

const anyDevice = ({ devices }: Storm, rng: Rng) => rng.pick(devices);

const cut: Fault = (storm, rng) => {
  const { world } = storm;
  const device = anyDevice(storm, rng);
  const halfOpen = rng.chance(0.4);
  world.struck(halfOpen ? 'line half-open' : 'line cut', device.name);
  device.link.cut(halfOpen ? 'half-open' : 'down', halfOpen ? 0 : 0.7);
  world.time.after(rng.int(100, rng.chance(0.3) ? 40_000 : 9_000), () => device.link.heal());
};

const stall: Fault = (storm, rng) => {
  const device = anyDevice(storm, rng);
  storm.world.struck('line stalled', device.name);
  device.link.stalledUntilMs = storm.world.time.nowMs + rng.int(300, 12_000);
};

const slow: Fault = (storm, rng) => {
  const device = anyDevice(storm, rng);
  storm.world.struck('line slow', device.name);
  device.link.slowMs = rng.int(200, 3_500);
  storm.world.time.after(rng.int(2_000, 20_000), () => {
    device.link.slowMs = 0;
  });
};

const crash: Fault = ({ world, processes }, rng) => {
  const process = rng.pick(processes);
  if (process.state === 'down') return;
  const restart = () => world.time.after(rng.int(300, 9_000), () => process.start());
  const when = rng.pick(['now', 'before', 'after'] as const);
  if (when !== 'now') {
    process.doom = { when, restart };
    return;
  }
  process.crash();
  restart();
};

const freeze: Fault = ({ world, processes }, rng) => {
  const process = rng.pick(processes);
  if (process.state !== 'up') return;
  process.freeze();
  world.time.after(rng.int(300, 15_000), () => process.thaw());
};

const databaseAway: Fault = ({ world }, rng) => {
  world.struck('database away');
  world.log.answers = false;
  world.time.after(rng.int(300, 9_000), () => {
    world.log.answers = true;
  });
};

const databaseSlow: Fault = ({ world }, rng) => {
  world.struck('database slow');
  world.log.slowMs = rng.int(200, 2_500);
  world.time.after(rng.int(1_000, 9_000), () => {
    world.log.slowMs = 0;
  });
};

const sleep: Fault = (storm, rng) => {
  const device = anyDevice(storm, rng);
  if (device.isAsleep) return;
  storm.world.struck('device slept', device.name);
  device.sleep(rng.chance(0.5));
  const told = rng.chance(0.6);
  storm.world.time.after(rng.int(500, 40_000), () => device.wake(told));
};

const reload: Fault = (storm, rng) => {
  const device = anyDevice(storm, rng);
  const page = device.pages[0];
  if (page === undefined || device.isAsleep) return;
  storm.world.struck('page reloaded', page.lane);
  device.reload(rng.pick(device.pages));
};

const secondTab: Fault = (storm, rng) => {
  const device = anyDevice(storm, rng);
  if (device.isAsleep || device.pages.length > 1) return;
  storm.world.struck('second tab', device.name);
  device.open();
};

const deviceClock: Fault = (storm, rng) => {
  const device = anyDevice(storm, rng);
  storm.world.struck('device clock jumped', device.name);
  device.clock.skewMs = rng.pick([-1, 1]) * rng.pick([1_000, 47 * 60_000, 3 * 3_600_000]);
  device.clock.movedAtMs = storm.world.time.nowMs;
};

/** The server's clock is put forward or back, and found out and put right: entries keep their order meanwhile. */
const serverClock: Fault = ({ world, processes }, rng) => {
  world.struck('server clock jumped');
  const skewMs = rng.pick([-1, 1]) * rng.pick([2_500, 3 * 3_600_000]);
  const set = (ms: number) => {
    world.databaseClock.skewMs = ms;
    for (const process of processes) process.skewMs = ms;
  };
  set(skewMs);
  world.time.after(rng.int(2_000, 20_000), () => set(0));
};

const faults: readonly Fault[] = [
  cut,
  cut,
  cut,
  stall,
  slow,
  crash,
  crash,
  freeze,
  databaseAway,
  databaseSlow,
  sleep,
  reload,
  reload,
  secondTab,
  deviceClock,
  serverClock,
];

/** Lays faults over the session: from a calm one to one in which several hold at once. */
export function begin(storm: Storm, rng: Rng, untilMs: number): void {
  for (let more = rng.int(1, 12); more > 0; more -= 1) {
    const fault = rng.pick(faults);
    storm.world.time.after(rng.int(1_000, untilMs), () => fault(storm, rng));
  }
}

/** Everything works again: lines, processes, the database; who slept is awake. */
export function heal({ world, devices, processes }: Storm): void {
  world.trace.note('everything heals');
  world.log.answers = true;
  world.log.slowMs = 0;
  for (const process of processes) {
    process.doom = null;
    process.thaw();
    if (process.state === 'down') process.start();
  }
  for (const device of devices) {
    device.link.heal();
    device.link.stalledUntilMs = 0;
    device.link.odds = PERFECT;
    device.wake(true);
  }
}
