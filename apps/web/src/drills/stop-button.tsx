import { useMutation, useQueryClient } from '@tanstack/react-query';
import { sentenceOf } from '../data/failure.ts';
import { useMe } from '../data/me.ts';
import { Button } from '../ui/button.tsx';
import { Sentence } from '../ui/page.tsx';
import { drillWords as text } from '../words/drill-words.ts';
import { drillsQuery, stopDrill } from './drill-calls.ts';

/** Ends a drill before its end. */
export function StopButton({ id }: { readonly id: string }) {
  const { epoch } = useMe();
  const queryClient = useQueryClient();
  const stopping = useMutation({
    mutationFn: () => stopDrill(id, epoch),
    onSettled: () => queryClient.invalidateQueries({ queryKey: drillsQuery.queryKey }),
  });
  return (
    <>
      <Button disabled={stopping.isPending} onClick={() => stopping.mutate()}>
        {stopping.isPending ? text.stopping : text.stop}
      </Button>
      {stopping.error !== null && <Sentence>{sentenceOf(stopping.error)}</Sentence>}
    </>
  );
}
