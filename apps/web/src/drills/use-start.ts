import type { DrillKey, DrillPace, Role } from '@tandem/domain';
import type { NewDrill } from '@tandem/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { sentenceOf } from '../data/failure.ts';
import { useMay, useMe } from '../data/me.ts';
import { drillWords as text } from '../words/drill-words.ts';
import { drillsQuery, startDrill } from './drill-calls.ts';

export type TeamDraft = Readonly<Record<string, Role>>;

interface Asked {
  readonly drill: DrillKey;
  readonly pace: DrillPace;
  readonly protocolId: string;
  readonly roomId: string;
  readonly team: TeamDraft;
}

/** Starts a drill and goes there: into the room, or, for who may not be in a running one, to how it goes. */
export function useStart() {
  const { epoch, person } = useMe();
  const may = useMay();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  // Pressed twice, or sent again after no answer, it is one drill; after a change it is another.
  const [made, setMade] = useState({ id: crypto.randomUUID(), of: '' });
  const [missing, setMissing] = useState<string | null>(null);
  const starting = useMutation({
    mutationFn: (body: NewDrill) => startDrill(body, epoch),
    onSettled: () => queryClient.invalidateQueries(drillsQuery),
    onSuccess: ({ id, people }) => {
      const isIn = people.some(({ personId }) => personId === person.id);
      return isIn && may('session.read', 'in-progress')
        ? navigate({ to: '/s/$sessionId', params: { sessionId: id } })
        : navigate({ to: '/drills/$drillId', params: { drillId: id } });
    },
  });

  function start({ team, roomId, ...asked }: Asked): void {
    const people = Object.entries(team).map(([personId, role]) => ({ personId, role }));
    setMissing(people.length === 0 ? text.nobody : null);
    if (people.length === 0) return;
    const rest = { ...asked, people, ...(roomId === '' ? {} : { roomId }) } as Omit<NewDrill, 'id'>;
    const of = JSON.stringify(rest);
    const id = made.of === of || made.of === '' ? made.id : crypto.randomUUID();
    setMade({ id, of });
    starting.mutate({ id, ...rest });
  }

  const problem = missing ?? (starting.error === null ? null : sentenceOf(starting.error));
  return { start, starting: starting.isPending, problem };
}
