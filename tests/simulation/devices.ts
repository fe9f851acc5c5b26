import type { Rng } from '@tandem/scenarios';
import type { ApiProcess } from './api-process.ts';
import { Device } from './device.ts';
import { Link } from './link.ts';
import { admin, cast, lead, type Person, personOf } from './people.ts';
import type { Script } from './script.ts';
import type { Watch } from './watch.ts';
import type { World } from './world.ts';

/** The tablets and computers of everyone on the team, and of those who look in from outside. */
export function devicesOf(
  world: World,
  watch: Watch,
  own: Rng,
  processes: readonly ApiProcess[],
  { before }: Script,
): Device[] {
  const planned = before.find(({ command }) => command.type === 'start')?.command;
  const team = planned?.type === 'start' ? planned.pins.team : [];
  const inTheRoom = [cast.physician, cast.therapist, ...(cast.nurse === undefined ? [] : [cast.nurse])]
    .filter((author) => team.some(({ personId }) => personId === author.id))
    .map(personOf);
  const outside = [...(own.chance(0.7) ? [lead] : []), ...(own.chance(0.1) ? [admin] : [])];
  const devices: Device[] = [];
  const add = (person: Person, number: number) => {
    const name = `${person.role}-${number}`;
    const odds = {
      lost: own.pick([0, 0.02, 0.1]),
      doubled: own.pick([0, 0.05]),
      replyLost: own.pick([0, 0.03, 0.1]),
    };
    const device = new Device(world, watch, person, name, new Link(world, processes, name, odds));
    device.clock.skewMs = own.int(-4_000, 4_000);
    if (own.chance(0.15)) {
      world.struck('device clock wrong', name);
      device.clock.skewMs = own.pick([-1, 1]) * 47 * 60_000;
    }
    devices.push(device);
  };
  for (const person of [...inTheRoom, ...outside]) {
    add(person, 1);
    if (own.chance(0.25)) add(person, 2);
  }
  return devices;
}
