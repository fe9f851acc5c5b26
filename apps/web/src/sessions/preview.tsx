import type { PastSession } from '@tandem/wire';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { scaleOf } from '../clients/picture-data.ts';
import { SessionValues } from '../clients/session-values.tsx';
import { usePictures } from '../clients/use-pictures.ts';
import { sentenceOf } from '../data/failure.ts';
import { useMay, useMe } from '../data/me.ts';
import { dayOf } from '../data/zone.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { download } from '../ui/download.ts';
import { dayWords, personName, span } from '../ui/names.ts';
import { Sentence } from '../ui/page.tsx';
import { RecordState } from '../ui/record-state.tsx';
import { lengthMs } from '../ui/session-length.ts';
import { words } from '../words/list-pages.ts';
import { pastWords } from '../words/past-words.ts';
import { exportOne } from './past-calls.ts';
import classes from './preview.module.css';
import { PreviewFacts } from './preview-facts.tsx';
import { REPLAY_ROUTE } from './replay-path.ts';

const text = pastWords.preview;

/**
 * What one row is about. Its pressures are read from its record, which is opening a chart: only of one that somebody
 * chose, never of all that they pass.
 */
export function Preview(props: {
  readonly session: PastSession | null;
  /** Chosen by the person, and long enough ago: its record may be read. */
  readonly read: boolean;
  onRead(id: string): void;
}) {
  const { session, read } = props;
  if (session === null)
    return (
      <aside className={classes.preview} aria-label={text.title}>
        <p className={classes.nothing}>{text.none}</p>
      </aside>
    );
  return (
    <aside className={classes.preview} aria-label={text.title}>
      <div className={classes.body}>
        <Heading session={session} />
        {read ? (
          <Pressures session={session} />
        ) : (
          session.figures !== null &&
          session.startedAt !== null && (
            <Button small onClick={() => props.onRead(session.id)}>
              {text.draw}
            </Button>
          )
        )}
        <PreviewFacts session={session} />
      </div>
      <Ways session={session} />
    </aside>
  );
}

function Heading({ session }: { session: PastSession }) {
  const zone = useMe().clinic.timeZone;
  const { patient, series, status, plannedAt, startedAt } = session;
  const length = lengthMs(session);
  const parts = [
    dayWords(dayOf(Date.parse(startedAt ?? plannedAt), zone)),
    ...(series === null ? [] : [words.seriesPlace(series.number, series.of)]),
    ...(length === null ? [] : [span(length)]),
    ...(session.room === null ? [] : [session.room.name]),
  ];
  return (
    <header className={classes.heading}>
      <h2>{patient === null ? words.board.hiddenClient : personName(patient)}</h2>
      <RecordState status={status} />
      <p>{parts.join(' · ')}</p>
      <p>{session.people.map(({ name }) => name).join(', ')}</p>
    </header>
  );
}

function Pressures({ session }: { session: PastSession }) {
  const { states, all } = usePictures([session]);
  const [state] = states;
  const minutes = (lengthMs(session) ?? 0) / 60_000;
  if (state === undefined || state.type === 'none') return null;
  return (
    <div className={classes.picture}>
      <SessionValues session={session} picture={state} scale={scaleOf(all, minutes)} look="pictures" />
    </div>
  );
}

function Ways({ session }: { session: PastSession }) {
  const may = useMay();
  const { id, status } = session;
  const copy = useMutation({
    mutationFn: (format: 'fhir' | 'pdf') => exportOne(id, format),
    onSuccess: (file, format) =>
      download(`tandem-session-${id.slice(0, 8)}.${format === 'pdf' ? 'pdf' : 'fhir.json'}`, file),
  });
  const over = status === 'ended' || status === 'signed';
  return (
    <footer className={classes.ways}>
      {copy.error !== null && <Sentence>{sentenceOf(copy.error)}</Sentence>}
      {over ? (
        <Link to="/s/$sessionId/report" params={{ sessionId: id }} className={buttonClass('main')}>
          {text.open}
        </Link>
      ) : (
        <Link to="/s/$sessionId" params={{ sessionId: id }} className={buttonClass('main')}>
          {text.openPlan}
        </Link>
      )}
      {over && (
        <Link to={REPLAY_ROUTE} params={{ sessionId: id }} className={buttonClass('plain', true)}>
          {text.replay}
        </Link>
      )}
      {over && (
        <Link to="/compare" search={{ ids: id }} className={buttonClass('plain', true)}>
          {text.compare}
        </Link>
      )}
      {over &&
        may('session.export', status) &&
        (['fhir', 'pdf'] as const).map((format) => (
          <Button key={format} small disabled={copy.isPending} onClick={() => copy.mutate(format)}>
            {text[format]}
          </Button>
        ))}
    </footer>
  );
}
