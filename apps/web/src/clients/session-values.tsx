import type { Session } from '@tandem/wire';
import { useMe } from '../data/me.ts';
import { clockOf } from '../data/zone.ts';
import { Button } from '../ui/button.tsx';
import { words } from '../words/list-pages.ts';
import { type Look, outsideOf, type Scale } from './picture-data.ts';
import { PressurePicture } from './pressure-picture.tsx';
import { PressureTable } from './pressure-table.tsx';
import classes from './session-row.module.css';
import type { PictureState } from './use-pictures.ts';

const text = words.picture;

export interface SessionValuesProps {
  readonly session: Session;
  readonly picture: PictureState;
  readonly scale: Scale;
  readonly look: Look;
}

/** What was measured, or in words why there is nothing to see. */
export function SessionValues({ session, picture, scale, look }: SessionValuesProps) {
  const zone = useMe().clinic.timeZone;
  switch (picture.type) {
    case 'none':
      return <p className={classes.quiet}>{whyNone(session, zone)}</p>;
    case 'hidden':
      return <p className={classes.quiet}>{words.client.notShown}</p>;
    case 'reading':
      return <div className={classes.waiting} aria-hidden />;
    case 'failed':
      return (
        <p className={classes.quiet}>
          {text.failed}{' '}
          <Button small onClick={picture.retry}>
            {words.failed.again}
          </Button>
        </p>
      );
    case 'here':
      return <Here {...picture} scale={scale} look={look} />;
  }
}

function Here({
  picture,
  scale,
  look,
}: { picture: Parameters<typeof PressureTable>[0]['picture'] } & Pick<SessionValuesProps, 'scale' | 'look'>) {
  const outside = outsideOf(picture, scale);
  if (picture.pressures.length === 0 && picture.doses.length === 0)
    return <p className={classes.quiet}>{text.none}</p>;
  return (
    <>
      {look === 'table' ? (
        <PressureTable picture={picture} />
      ) : (
        <PressurePicture picture={picture} scale={scale} />
      )}
      {look === 'pictures' && outside > 0 && <p className={classes.note}>{text.outside(outside)}</p>}
      {picture.zero === 'start' && <p className={classes.note}>{text.fromStart}</p>}
    </>
  );
}

function whyNone({ status, startedAt, plannedAt, room }: Session, zone: string): string {
  if (status === 'cancelled') return words.client.cancelled;
  if (status === 'planned') return words.client.planned;
  const clock = clockOf(Date.parse(startedAt ?? plannedAt), zone);
  return words.client.running(clock, room?.name ?? words.client.noRoom);
}
