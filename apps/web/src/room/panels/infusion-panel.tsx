import { administrations, type DataOf } from '@tandem/domain';
import { useMemo, useState } from 'react';
import { serverNowMs } from '../../data/clock.ts';
import { useRoom } from '../room-context.ts';
import { InfusionStart } from './infusion-start.tsx';
import { RunningInfusions } from './running-infusion.tsx';

/** What runs, with its rate and its stop; where nothing does, the start of one. */
export function InfusionPanel({ prefill }: { prefill: DataOf<'infusion-start'> | null }) {
  const { view } = useRoom();
  const [another, setAnother] = useState(false);
  const running = useMemo(
    () =>
      administrations(view.expected, serverNowMs())
        .filter(({ shape, endMs }) => shape === 'infusion' && endMs === null)
        .map(({ id }) => id),
    [view.expected],
  );
  return running.length === 0 || another || prefill !== null ? (
    <InfusionStart prefill={prefill} />
  ) : (
    <RunningInfusions ids={running} onAnother={() => setAnother(true)} />
  );
}
