import type { Session } from '@tandem/wire';
import { type ReactNode, useState } from 'react';
import { Nothing } from '../ui/page.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { lengthMs } from '../ui/session-length.ts';
import { words } from '../words/list-pages.ts';
import classes from './client.module.css';
import { type Look, scaleOf } from './picture-data.ts';
import { SessionRow } from './session-row.tsx';
import { usePictures } from './use-pictures.ts';

const text = words.client;
const looks: readonly { value: Look; label: string }[] = [
  { value: 'pictures', label: text.pictures },
  { value: 'table', label: text.table },
];

/** Sessions of one client, newest first, one below the other, so that the same minute stands in the same place. */
export function SessionList(props: {
  readonly sessions: readonly Session[];
  readonly beside: ReactNode;
  /** There may be others, of other teams. */
  readonly ofTeamAlone: boolean;
}) {
  const { sessions } = props;
  const [look, setLook] = useState<Look>('pictures');
  const pictures = usePictures(sessions);
  const longest = Math.max(0, ...sessions.map((session) => (lengthMs(session) ?? 0) / 60_000));
  const scale = scaleOf(pictures.all, longest);
  const { progress } = pictures;
  return (
    <>
      <div className={classes.head}>
        <h2 id="client-sessions" className={classes.title}>
          {text.sessions}
        </h2>
        {props.beside}
        {sessions.length > 0 && (
          <Segmented label={text.show} options={looks} value={look} onChange={setLook} />
        )}
      </div>
      {props.ofTeamAlone && <p className={classes.scale}>{text.ofTeamAlone}</p>}
      {sessions.length === 0 && <Nothing>{props.ofTeamAlone ? text.noneOfTeam : text.none}</Nothing>}
      {sessions.length > 0 && look === 'pictures' && (
        <p className={classes.scale}>
          {words.picture.scale(scale.low, scale.high)} {scale.widened && words.picture.widened}
        </p>
      )}
      {progress !== null && (
        <p className={classes.scale} role="status">
          {words.picture.reading(progress.done, progress.of)}
        </p>
      )}
      {groupsOf(sessions).map((group) => (
        <div key={group.key}>
          {group.title !== null && <h3 className={classes.series}>{group.title}</h3>}
          <ol className={classes.rows}>
            {group.sessions.map((session) => (
              <SessionRow
                key={session.id}
                session={session}
                picture={pictures.states[sessions.indexOf(session)] ?? { type: 'none' }}
                scale={scale}
                look={look}
              />
            ))}
          </ol>
        </div>
      ))}
    </>
  );
}

interface Group {
  readonly key: string;
  /** Null where there is nothing to tell apart. */
  readonly title: string | null;
  readonly sessions: Session[];
}

/** Neighbours of one series together. */
function groupsOf(sessions: readonly Session[]): Group[] {
  const runs: Session[][] = [];
  for (const session of sessions) {
    const run = runs.at(-1);
    if (run !== undefined && run[0]?.seriesId === session.seriesId) run.push(session);
    else runs.push([session]);
  }
  return runs.map((run) => {
    const [first] = run as [Session];
    // A cancelled session keeps its series and has no place in it.
    const of = run.find(({ series }) => series !== null)?.series?.of;
    const series = of === undefined ? text.someSeries : text.series(of);
    const title = first.seriesId === null ? text.single : series;
    return { key: first.id, title: runs.length > 1 || first.seriesId !== null ? title : null, sessions: run };
  });
}
