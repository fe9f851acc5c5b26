import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMe } from '../data/me.ts';
import { Button } from '../ui/button.tsx';
import strip from '../ui/not-current.module.css';
import { processNoteWords } from '../words/process-note-words.ts';
import { releasesQuery, stepRelease } from './process-note-calls.ts';

const text = processNoteWords.releases;

/** On every page of an author, until they say that they have seen it: somebody was given leave to read their notes. */
export function ReleaseTold() {
  const { person, epoch } = useMe();
  const queryClient = useQueryClient();
  const releases = useQuery(releasesQuery).data?.items ?? [];
  const seen = useMutation({
    mutationFn: (id: string) => stepRelease(id, 'seen', {}, epoch),
    onSettled: () => queryClient.invalidateQueries(releasesQuery),
  });
  const told = releases.filter(
    ({ authorId, authorSeen, decidedBy }) => authorId === person.id && !authorSeen && decidedBy !== null,
  );
  if (told.length === 0) return null;
  return (
    <>
      {told.map(({ id, askedBy, clientName, ground }) => (
        <p key={id} role="status" className={`${strip.line} ${strip.strip}`}>
          {text.told(askedBy, clientName, text.grounds[ground].toLowerCase())}
          <Button small disabled={seen.isPending} onClick={() => seen.mutate(id)}>
            {text.seen}
          </Button>
        </p>
      ))}
    </>
  );
}
