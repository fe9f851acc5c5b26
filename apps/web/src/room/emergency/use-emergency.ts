import { type Emergency, emergencyOf } from '@tandem/domain';
import { useMemo } from 'react';
import { useRoom } from '../room-context.ts';

/** The emergency of this room, what of it this device still keeps included. */
export function useEmergency(): Emergency | null {
  const { view } = useRoom();
  return useMemo(() => emergencyOf(view.expected), [view.expected]);
}
