import type { Room } from '@tandem/wire';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '../data/me.ts';
import { pinRoom, usePinnedRoom } from '../data/pinned-room.ts';
import { roomsQuery } from '../data/queries.ts';
import form from '../ui/form.module.css';
import { Nothing } from '../ui/page.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { words } from '../words/list-pages.ts';
import { setupWords } from '../words/setup-words.ts';
import classes from './setup.module.css';
import { Part } from './setup-part.tsx';

const NOWHERE = 'nowhere';

/** The room that this very device stands in. */
export function ThisDevice() {
  const { data } = useQuery(roomsQuery);
  if (data === undefined) return null;
  return (
    <Part title={setupWords.device}>
      {data.items.length === 0 ? <Nothing>{setupWords.deviceNone}</Nothing> : <Choice rooms={data.items} />}
    </Part>
  );
}

function Choice({ rooms }: { readonly rooms: readonly Room[] }) {
  const { clinic } = useMe();
  const pinned = usePinnedRoom();
  const [isKept, setKept] = useState(true);
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
          ...rooms.map(({ id, name }) => ({ value: id, label: words.device.stands(name) })),
        ]}
        onChange={choose}
      />
      <p className={form.hint} role="status">
        {isKept ? words.device.kept : words.device.notKept}
      </p>
    </div>
  );
}
