import { formatMg } from '@tandem/domain';
import type { PastSession } from '@tandem/wire';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useMay, useMe } from '../data/me.ts';
import { clockOf, dayOf } from '../data/zone.ts';
import { dayWords, personName } from '../ui/names.ts';
import { RecordState } from '../ui/record-state.tsx';
import { words } from '../words/list-pages.ts';
import { pastWords as text } from '../words/past-words.ts';
import { ends, isOver, PressureBars } from './pressure-bars.tsx';
import classes from './sessions.module.css';

export interface SessionRowProps {
  readonly session: PastSession;
  readonly chosen: boolean;
  onChoose(id: string): void;
}

/** One row; drawn again only when it or what is chosen changes. */
export const SessionRow = memo(function SessionRow({ session, chosen, onChoose }: SessionRowProps) {
  const zone = useMe().clinic.timeZone;
  const ms = Date.parse(session.startedAt ?? session.plannedAt);
  const day = dayWords(dayOf(ms, zone));
  const { figures } = session;
  return (
    <tr data-chosen={chosen || undefined}>
      <td className={classes.when}>
        <time dateTime={new Date(ms).toISOString()}>
          <span>{day.slice(0, -5)}</span>
          <small>{text.yearAndClock(day.slice(-4), clockOf(ms, zone))}</small>
        </time>
      </td>
      <th scope="row">
        <Who session={session} onChoose={onChoose} />
        <Place session={session} />
        <small className={classes.narrow}>
          <RecordState status={session.status} />
        </small>
      </th>
      <td className={classes.dose}>{figures !== null && <Dose session={session} />}</td>
      <td className={classes.bars}>{figures !== null && <PressureBars figures={figures} />}</td>
      <td className={classes.peak}>{figures !== null && <Peak figures={figures} />}</td>
      <td className={classes.notices}>{figures !== null && <Notices figures={figures} />}</td>
      <td className={classes.score}>
        <Score score={session.phq9} />
      </td>
      <td className={classes.record}>
        <Record session={session} />
      </td>
    </tr>
  );
});

/** The way in. Where there is a preview, a press anywhere else on the row shows that. */
function Who({ session, onChoose }: Pick<SessionRowProps, 'session' | 'onChoose'>) {
  const may = useMay();
  const name = session.patient === null ? words.board.hiddenClient : personName(session.patient);
  if (!may('session.read', session.status)) return <span className={classes.hidden}>{name}</span>;
  return (
    <>
      <Link
        to="/s/$sessionId"
        params={{ sessionId: session.id }}
        className={classes.open}
        data-row={session.id}
        onFocus={() => onChoose(session.id)}
      >
        {name}
      </Link>
      <button
        type="button"
        tabIndex={-1}
        className={classes.choose}
        aria-label={text.preview.show(name)}
        onClick={({ currentTarget }) => (currentTarget.previousSibling as HTMLElement | null)?.focus()}
      />
    </>
  );
}

/** "Session 3 of 6 · DEMO-0057": the same name twice in a list is told apart here. */
function Place({ session: { series, patient } }: { session: PastSession }) {
  const mrn = patient?.mrn ?? null;
  return (
    <small className={classes.place}>
      {series !== null && words.seriesPlace(series.number, series.of)}
      {series !== null && mrn !== null && ' · '}
      {mrn !== null && <span className={classes.mrn}>{mrn}</span>}
    </small>
  );
}

type Figures = NonNullable<PastSession['figures']>;

function Dose({ session: { figures } }: { session: PastSession }) {
  if (figures === null || figures.doses === 0) return <span className={classes.quiet}>{text.noDose}</span>;
  const { doseMicrograms, microgramsPerKg } = figures;
  return (
    <>
      <span className={classes.strong}>{formatMg(doseMicrograms)}</span>
      {microgramsPerKg !== null && <small>{text.perKg((microgramsPerKg / 1000).toFixed(2))}</small>}
    </>
  );
}

function Peak({ figures }: { figures: Figures }) {
  const { baseline, peak } = figures;
  if (peak === null) return <span className={classes.quiet}>{text.unknown}</span>;
  const rise =
    baseline === null ? null : Math.round(((peak.systolic - baseline.systolic) * 100) / baseline.systolic);
  return (
    <>
      <span className={classes.strong} data-over={isOver(figures) || undefined}>
        {ends(peak)}
      </span>
      {rise !== null && <small>{text.rise(rise)}</small>}
    </>
  );
}

function Notices({ figures: { notices } }: { figures: Figures }) {
  const { high, medium, open } = notices;
  if (high.raised + medium.raised === 0) return <span className={classes.quiet}>{text.noNotice}</span>;
  return (
    <>
      <span className={classes.raised}>
        {high.raised > 0 && <b data-priority="high">{text.highCount(high.raised)}</b>}
        {medium.raised > 0 && <b data-priority="medium">{text.mediumCount(medium.raised)}</b>}
      </span>
      {open > 0 && <small>{text.openNotices(open)}</small>}
    </>
  );
}

function Score({ score }: { score: PastSession['phq9'] }) {
  if (score === null) return <span className={classes.quiet}>{text.unknown}</span>;
  const { first, latest, count } = score;
  return (
    <>
      <span className={classes.strong}>
        {first} → {latest}
      </span>
      <small>{count === 1 ? text.firstScore : text.sinceStart(latest - first)}</small>
    </>
  );
}

function Record({ session: { status, figures, origin } }: { session: PastSession }) {
  const mark = words.origin[origin];
  return (
    <>
      <span className={classes.state}>
        <RecordState status={status} />
        {figures !== null && figures.addenda > 0 && ` ${text.addenda(figures.addenda)}`}
      </span>
      {mark !== '' && <small>{mark}</small>}
    </>
  );
}
