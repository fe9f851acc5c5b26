import { IconDownload } from '@tabler/icons-react';
import type { PastExport } from '@tandem/wire';
import { useMutation } from '@tanstack/react-query';
import { sentenceOf } from '../data/failure.ts';
import { useMe } from '../data/me.ts';
import { Button } from '../ui/button.tsx';
import { download } from '../ui/download.ts';
import { Sentence } from '../ui/page.tsx';
import { pastWords as text } from '../words/past-words.ts';
import { exportPast } from './past-calls.ts';
import classes from './sessions.module.css';

/** A file of exactly what is filtered; it says how many rows it has. The password is asked for where it was long ago. */
export function ExportButton(props: {
  readonly search: PastExport;
  readonly count: number;
  readonly today: string;
}) {
  const { search, count, today } = props;
  const { epoch } = useMe();
  const saving = useMutation({
    mutationFn: () => exportPast(search, epoch),
    onSuccess: ({ file }) => download(`tandem-sessions-${today}.csv`, file),
  });
  return (
    <>
      {saving.error !== null && <Sentence>{sentenceOf(saving.error)}</Sentence>}
      <span role="status" className={classes.said}>
        {saving.isSuccess && text.exported(saving.data.rows)}
      </span>
      <Button
        disabled={saving.isPending || count === 0}
        title={text.exportHint(count)}
        onClick={() => saving.mutate()}
      >
        <IconDownload size={18} stroke={1.8} aria-hidden />
        {saving.isPending ? text.exporting : text.export}
      </Button>
    </>
  );
}
