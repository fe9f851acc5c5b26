import type { ClinicChange } from '@tandem/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { meQuery, useMe } from '../data/me.ts';
import { setClinic } from './setup-calls.ts';

/** Changes what the clinic chose; this page follows at once, others within a minute. */
export function useClinicChange() {
  const me = useMe();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: ClinicChange) => setClinic(change, me.epoch),
    onSuccess: (clinic) =>
      queryClient.setQueryData(meQuery.queryKey, { ...me, clinic: { id: me.clinic.id, ...clinic } }),
  });
}
