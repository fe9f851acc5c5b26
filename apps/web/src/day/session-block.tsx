import { IconAlertTriangle, IconBan } from '@tabler/icons-react';
import type { Session } from '@tandem/wire';
import type { CSSProperties, PointerEvent } from 'react';
import { useMe } from '../data/me.ts';
import { clockOf } from '../data/zone.ts';
import { words } from '../words/list-pages.ts';
import classes from './block.module.css';
import type { Span } from './day-grid.ts';
import { Heard, Team } from './heard.tsx';
import { spanWords, subtitleOf, whoWords } from './session-words.ts';

export interface SessionBlockProps {
  readonly session: Session;
  readonly span: Span;
  readonly style: CSSProperties;
  /** Too low for more than one line. */
  readonly short: boolean;
  /** A strip: its sign alone. */
  readonly isAside: boolean;
  readonly inTheWay: boolean;
  readonly dragged: boolean;
  onOpen(): void;
  onHold(event: PointerEvent<HTMLElement>): void;
}

/** One session of the day, as tall as it is long. It opens what can be done with it. */
export function SessionBlock(props: SessionBlockProps) {
  const { session, span } = props;
  const { clinic } = useMe();
  const title = `${spanWords(span, clinic.timeZone)}, ${whoWords(session)}, ${words.status[session.status]}`;
  return (
    <button
      type="button"
      className={classes.block}
      style={props.style}
      data-status={session.status}
      data-aside={props.isAside || undefined}
      data-dragged={props.dragged || undefined}
      data-short={props.short || undefined}
      title={props.isAside ? title : undefined}
      onClick={props.onOpen}
      onPointerDown={props.onHold}
    >
      {props.isAside ? (
        <>
          <IconBan className={classes.aside} size={18} stroke={1.6} aria-hidden />
          <span className="visually-hidden">{title}</span>
        </>
      ) : (
        <Inside session={session} span={span} short={props.short} inTheWay={props.inTheWay} />
      )}
    </button>
  );
}

/** What is seen is what is read aloud, in the same order; what is not seen is added between. */
function Inside(props: Pick<SessionBlockProps, 'session' | 'span' | 'short' | 'inTheWay'>) {
  const { session, span, short, inTheWay } = props;
  const { clinic } = useMe();
  const subtitle = subtitleOf(session);
  return (
    <>
      <span className={classes.top}>
        <span className={classes.time}>
          {clockOf(span.fromMs, clinic.timeZone)}
          <Heard>{words.day.until(clockOf(span.toMs, clinic.timeZone))}</Heard>
        </span>
        <span className={classes.name}>{whoWords(session)}</span>
        {inTheWay && <IconAlertTriangle className={classes.mark} size={16} stroke={1.8} aria-hidden />}
      </span>
      {!short && (
        <>
          {subtitle !== '' && (
            <span className={classes.subtitle}>
              <Heard>, </Heard>
              {subtitle}
            </span>
          )}
          <span className={classes.foot}>
            <Heard>, </Heard>
            <span className={classes.status}>{words.status[session.status]}</span>
            <Team session={session} />
          </span>
        </>
      )}
      {short && <Heard>{`, ${subtitle}, ${words.status[session.status]}`}</Heard>}
      {inTheWay && <Heard>, {words.conflict.mark}</Heard>}
    </>
  );
}
