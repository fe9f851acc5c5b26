import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { granted } from '../data/api.ts';
import { sentenceOf } from '../data/failure.ts';
import { useRoom } from '../room/room-context.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { download } from '../ui/download.ts';
import { Sentence } from '../ui/page.tsx';
import { reportWords } from '../words/report-words.ts';
import classes from './report.module.css';

const text = reportWords.copies;
const KeepCardDialog = lazy(async () => ({
  default: (await import('./keep-card-dialog.tsx')).KeepCardDialog,
}));
/** A printed report of hundreds of entries takes the server seconds. */
const FILE_LIMIT_MS = 60_000;
type Purpose = keyof typeof text.purposes;
const purposesNow = () =>
  (Object.keys(text.purposes) as Purpose[]).map((value) => ({ value, label: text.purposes[value] }));

/** Copies that leave the clinic: what for is asked, and with their hash it stands in the audit. */
export function Copies() {
  const { session, may, status } = useRoom();
  const [purpose, setPurpose] = useState<Purpose>('treatment');
  const [copied, setCopied] = useState(false);
  const [card, setCard] = useState(false);
  const take = useMutation({
    mutationFn: async (query: string) => {
      const path = `/sessions/${session.id}/export?${query}&purpose=${purpose}`;
      return granted({ method: 'GET', path, limitMs: FILE_LIMIT_MS });
    },
  });
  if (!may('session.export') || status === 'planned') return null;

  const patientId = session.patient?.id;
  const file = (query: string) =>
    take.mutate(query, {
      onSuccess: async (reply) => download(nameOf(reply), await reply.blob()),
    });
  const copy = (template: string) =>
    take.mutate(`format=text&template=${template}`, {
      onSuccess: async (reply) => {
        await navigator.clipboard.writeText(await reply.text());
        setCopied(true);
      },
    });
  return (
    <section className={classes.card} aria-label={text.title}>
      <h2>{text.title}</h2>
      <Choice label={text.purpose} options={purposesNow()} value={purpose} onChange={setPurpose} />
      <div className={classes.copies}>
        {text.files.map(([query, label]) => (
          <Button key={query} small disabled={take.isPending} onClick={() => file(query)}>
            {label}
          </Button>
        ))}
        {patientId !== undefined && (
          <Button small disabled={take.isPending} onClick={() => setCard(true)}>
            {text.card}
          </Button>
        )}
      </div>
      {card && patientId !== undefined && (
        <Suspense>
          <KeepCardDialog
            patientId={patientId}
            onClose={() => setCard(false)}
            onMake={(query) => {
              setCard(false);
              file(query);
            }}
          />
        </Suspense>
      )}
      <p className={classes.quiet}>{text.asText}</p>
      <div className={classes.copies}>
        {text.texts.map(([template, label]) => (
          <Button key={template} small look="quiet" disabled={take.isPending} onClick={() => copy(template)}>
            {label}
          </Button>
        ))}
      </div>
      <p className={classes.quiet} role="status">
        {take.isPending ? text.working : copied ? text.copied : text.kept}
      </p>
      {take.error !== null && <Sentence>{sentenceOf(take.error)}</Sentence>}
      <a href="/verifier.html" download>
        {text.verifier}
      </a>
    </section>
  );
}

function nameOf(reply: Response): string {
  return /filename="([^"]+)"/.exec(reply.headers.get('content-disposition') ?? '')?.[1] ?? 'session';
}
