import { useMutation } from '@tanstack/react-query';
import { takeStep } from '../../data/calls.ts';
import { sentenceOf } from '../../data/failure.ts';
import { outbox } from '../../data/live.ts';
import type { OutboxItem } from '../../data/outbox-shelf.ts';
import { clockOf } from '../../data/zone.ts';
import { viewOf } from '../../entries/registry.tsx';
import { Button } from '../../ui/button.tsx';
import { stepWords } from '../../words/step-words.ts';
import { useRoom } from '../room-context.ts';

/** An addendum is at most so long (characters); the whole entry waits here until it is sent. */
const MOST = 4000;

/** The way of an entry that the signature overtook: into the record as words, with its own time. */
export function AddAsAddendum({ item }: { readonly item: OutboxItem }) {
  const { session, me, zone, may } = useRoom();
  const { entry } = item;
  const what = viewOf(entry.kind).title(entry.data);
  const whole = stepWords.addendumOf(clockOf(Date.parse(entry.happenedAt), zone), what);
  // The longest note fits without its time, and loses no word.
  const text = whole.length <= MOST ? whole : what.replace(/^“|”$/g, '').slice(0, MOST);
  const add = useMutation({
    // Under the entry's own id, which the log does not have: sent twice it is one addendum, and if the entry was stored
    // after all, the id is taken.
    mutationFn: () => takeStep(session.id, { step: 'addenda', body: { id: entry.id, text } }, me.epoch),
    onSuccess: () => outbox.discard(item.id),
  });
  if (!may('session.addendum')) return <span>{stepWords.askAddendum}</span>;
  return (
    <>
      <Button small disabled={add.isPending} onClick={() => add.mutate()}>
        {stepWords.asAddendum}
      </Button>
      {add.error !== null && <span>{sentenceOf(add.error)}</span>}
    </>
  );
}
