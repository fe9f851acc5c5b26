import type { Room } from '@tandem/wire';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '../data/me.ts';
import { pinRoom, usePinnedRoom } from '../data/pinned-room.ts';
import { roomsQuery } from '../data/queries.ts';
import form from '../ui/form.module.css';
import { Nothing, Section } from '../ui/page.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { words } from '../words/list-pages.ts';
import classes from './rooms.module.css';

const NOWHERE = 'nowhere';

/** The clinic's rooms, and the one that this very device stands in. */
export function Rooms() {
  const rooms = useQuery(roomsQuery).data?.items ?? [];
  return (
    <Section title={words.setup.rooms}>
      {rooms.length === 0 ? <Nothing>{words.setup.none}</Nothing> : <ThisDevice rooms={rooms} />}
    </Section>
  );
}

function ThisDevice({ rooms }: { readonly rooms: readonly Room[] }) {
  const { clinic } = useMe();
  const pinned = usePinnedRoom();
  const [isKept, setKept] = useState(true);
  const inOrder = rooms.toSorted((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
  function choose(id: string): void {
    const room = rooms.find((candidate) => candidate.id === id);
    setKept(pinRoom(room === undefined ? null : { clinicId: clinic.id, id, name: room.name }));
  }
  return (
    <div className={classes.panel}>
      <RadioGroup
        label={words.device.title}
        value={pinned?.id ?? NOWHERE}
        options={[
          { value: NOWHERE, label: words.device.nowhere },
          ...inOrder.map(({ id, name }) => ({ value: id, label: words.device.stands(name) })),
        ]}
        onChange={choose}
      />
      <p className={form.hint} role="status">
        {isKept ? words.device.kept : words.device.notKept}
      </p>
    </div>
  );
}
