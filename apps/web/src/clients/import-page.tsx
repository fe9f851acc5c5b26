import { importWording } from '@tandem/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { sentenceOf } from '../data/failure.ts';
import { useMay, useMe } from '../data/me.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { download } from '../ui/download.ts';
import { Page, Sentence } from '../ui/page.tsx';
import { clientImportWords as text } from '../words/client-import-words.ts';
import { ChooseFile } from './choose-file.tsx';
import classes from './import.module.css';
import { importClients } from './import-calls.ts';
import { textOf } from './import-file.ts';
import { ImportRows } from './import-rows.tsx';

/** What this says, for another language to be laid over. */
export const english = { clientImport: text, importProblems: importWording };

interface Chosen {
  /** Made once per chosen file, so that pressing twice adds nobody twice. */
  readonly id: string;
  readonly name: string;
  readonly csv: string;
}

/** Clients from a file: chosen, looked at row by row, then added in one go. */
export function ImportPage() {
  const may = useMay();
  const { epoch } = useMe();
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const looking = useMutation({
    mutationFn: ({ id, csv }: Chosen) => importClients({ id, csv, dryRun: true }, epoch),
  });
  const adding = useMutation({
    mutationFn: ({ id, csv }: Chosen) => importClients({ id, csv, dryRun: false }, epoch),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['patients'] }),
  });
  if (!may('patient.write')) return <Navigate to="/clients" />;

  async function choose(file: File): Promise<void> {
    const read = await textOf(file);
    looking.reset();
    adding.reset();
    setChosen(null);
    setProblem('problem' in read ? text[read.problem] : null);
    if ('problem' in read) return;
    const next = { id: crypto.randomUUID(), name: file.name, csv: read.csv };
    setChosen(next);
    looking.mutate(next);
  }

  const reply = adding.data ?? looking.data;
  const error = adding.error ?? looking.error;
  const count = (outcome: 'new' | 'added' | 'unreadable') =>
    (reply?.rows ?? []).filter((row) => row.outcome === outcome).length;
  const toAdd = count('new');
  return (
    <Page
      title={text.title}
      actions={
        <Link to="/clients" className={buttonClass()}>
          {text.back}
        </Link>
      }
    >
      <div className={classes.intro}>
        <p>{text.intro}</p>
        <p>{text.columns}</p>
        <p>{text.allergies}</p>
      </div>
      <div className={classes.acts}>
        <ChooseFile
          label={chosen === null ? text.choose : text.chooseAnother}
          main={chosen === null}
          disabled={looking.isPending || adding.isPending}
          onFile={(file) => void choose(file)}
        />
        <Button
          look="quiet"
          onClick={() =>
            // With the mark, without which a spreadsheet writes accents in the wrong letters.
            download(text.templateName, new Blob([`\uFEFF${text.templateHeader}\r\n`], { type: 'text/csv' }))
          }
        >
          {text.template}
        </Button>
      </div>
      {problem !== null && <Sentence>{problem}</Sentence>}
      {error !== null && <Sentence>{sentenceOf(error)}</Sentence>}
      <div className={classes.status}>
        <p role="status">
          {looking.isPending && chosen !== null && text.reading(chosen.name)}
          {adding.isPending && text.adding(toAdd)}
          {!adding.isPending && looking.isSuccess && adding.data === undefined && (
            <>
              {chosen !== null && `${text.file(chosen.name)}: `}
              {toAdd === 0 ? text.nobodyNew : text.wouldAdd(toAdd)}
            </>
          )}
          {adding.isSuccess && (count('added') === 0 ? text.addedNone : text.added(count('added')))}
        </p>
        {chosen !== null && toAdd > 0 && (
          <Button look="main" disabled={adding.isPending} onClick={() => adding.mutate(chosen)}>
            {text.add(toAdd)}
          </Button>
        )}
      </div>
      {reply !== undefined && (
        <>
          {reply.ignoredColumns.length > 0 && (
            <p className={classes.quiet}>{text.ignored(reply.ignoredColumns.join(', '))}</p>
          )}
          {count('unreadable') > 0 && <p className={classes.quiet}>{text.leftOut(count('unreadable'))}</p>}
          <ImportRows key={`${chosen?.id} ${reply.dryRun}`} rows={reply.rows} />
        </>
      )}
    </Page>
  );
}
