import type { SessionState } from '@tandem/domain';
import { useMemo } from 'react';
import { deviceId } from '../data/device.ts';
import { usePeopleHere } from '../data/live-hooks.ts';
import { clockOf } from '../data/zone.ts';
import { useRoom } from '../room/room-context.ts';
import { reportWords } from '../words/report-words.ts';
import { Line } from './line.tsx';

const text = reportWords.before;

interface Device {
  readonly id: string;
  readonly name: string;
  readonly atMs: number;
}

/** What is known of other devices, and never more: one that is away may hold entries that nobody has seen. */
export function OtherDevices() {
  const { view, zone, session, me } = useRoom();
  const here = usePeopleHere(session.id).filter(({ id, gone }) => id !== me.person.id && gone !== true);
  const wrote = useMemo(() => devicesOf(view.confirmed), [view.confirmed]);
  const present = new Set(here.map(({ name }) => name));
  const away = wrote.filter(({ id, name }) => id !== deviceId() && !present.has(name));
  const waits = here.some(({ pending }) => pending > 0);
  return (
    <Line look={waits ? 'stop' : 'device'} what={text.others}>
      {here.map(({ id, name, pending }) => (
        <p key={id}>{text.present(name, pending)}</p>
      ))}
      {away.map(({ id, name, atMs }) => (
        <p key={id}>{text.lastSeen(name, clockOf(atMs, zone))}</p>
      ))}
      {here.length + away.length === 0 && <p>{text.noOthers}</p>}
    </Line>
  );
}

/** Devices that wrote into this session, the last first, each under whoever wrote on it last. */
function devicesOf(state: SessionState): Device[] {
  const found = new Map<string, Device>();
  for (const { entry } of state.items) {
    const id = entry.context?.deviceId;
    if (id === undefined) continue;
    found.set(id, { id, name: entry.author.name, atMs: Date.parse(entry.recordedAt) });
  }
  return [...found.values()].sort((a, b) => b.atMs - a.atMs);
}
