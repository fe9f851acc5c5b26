import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Step, takeStep } from './calls.ts';
import { useMe } from './me.ts';

/** A step without its id, which belongs to one form from opening to success. */
type StepWithoutId = {
  [S in Step as S['step']]: { step: S['step']; body: Omit<S['body'], 'id'> };
}[Step['step']];

/** Start, cancel, end, sign, close, addendum. Pressed twice or sent again after silence, it is one step. */
export function useStep(sessionId: string, onDone?: () => void) {
  const me = useMe();
  const queryClient = useQueryClient();
  const [id, setId] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: ({ step, body }: StepWithoutId) =>
      takeStep(sessionId, { step, body: { id, ...body } } as Step, me.epoch),
    onSuccess: async () => {
      setId(crypto.randomUUID());
      await queryClient.invalidateQueries({ queryKey: ['sessions'] });
      onDone?.();
    },
  });
}
