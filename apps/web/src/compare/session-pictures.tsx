import { Link } from '@tanstack/react-router';
import type { Scale } from '../clients/picture-data.ts';
import { PressurePicture } from '../clients/pressure-picture.tsx';
import { buttonClass } from '../ui/button.tsx';
import { compareWords as text } from '../words/compare-words.ts';
import type { Column } from './column.ts';
import classes from './compare.module.css';
import { rangeOf, SignPicture } from './sign-picture.tsx';

/** One below the other, so that the same minute stands in the same place. */
export function SessionPictures({
  columns,
  scale,
}: {
  readonly columns: readonly Column[];
  readonly scale: Scale;
}) {
  const heartRates = rangeOf(
    [45, 115],
    10,
    columns.flatMap(({ compared }) => compared.heartRate),
  );
  const saturations = rangeOf(
    [90, 100],
    2,
    columns.flatMap(({ compared }) => compared.spo2),
  );
  return (
    <ol className={classes.pictures}>
      {columns.map(({ session, compared, name, client, day }) => (
        <li key={session.id} className={classes.session}>
          <header className={classes.which}>
            <h2>{name}</h2>
            <p>{client}</p>
            <p>{day}</p>
            <Link
              to="/s/$sessionId/replay"
              params={{ sessionId: session.id }}
              className={buttonClass('plain', true)}
            >
              {text.replay}
            </Link>
          </header>
          <div className={classes.lanes}>
            <p className={classes.lane}>{text.lanes.pressure}</p>
            <PressurePicture picture={compared.picture} scale={scale} />
            <p className={classes.lane}>{text.lanes.heartRate}</p>
            <SignPicture
              name={text.lanes.heartRate}
              sign="heartRate"
              points={compared.heartRate}
              scale={scale}
              range={heartRates}
            />
            <p className={classes.lane}>{text.lanes.spo2}</p>
            <SignPicture
              name={text.lanes.spo2}
              sign="spo2"
              points={compared.spo2}
              scale={scale}
              range={saturations}
            />
          </div>
        </li>
      ))}
    </ol>
  );
}
