import { lineCutOf } from '@tandem/domain';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { serverNowMs, useNow } from '../../data/clock.ts';
import { cutLine } from '../../data/cut-line.ts';
import { buttonClass } from '../../ui/button.tsx';
import { drillWords as text } from '../../words/drill-words.ts';
import { useRoom } from '../room-context.ts';
import lines from '../status-lines.module.css';

/** In the room of a drill, whose name would tell too much: the line that it cuts, and then how it went. */
export function DrillLines() {
  const { view, status, session } = useRoom();
  const untilMs = status === 'in-progress' ? (lineCutOf(view.confirmed)?.untilMs ?? null) : null;
  const isCut = useNow(1_000) < (untilMs ?? 0);
  useEffect(() => {
    if (untilMs !== null) cutLine(untilMs - serverNowMs());
  }, [untilMs]);
  if (isCut)
    return (
      <div className={lines.line} data-look="question" role="status">
        {text.lineCut}
      </div>
    );
  if (status !== 'ended') return null;
  return (
    <div className={lines.line} data-look="question">
      <Link to="/drills/$drillId" params={{ drillId: session.id }} className={buttonClass('plain', true)}>
        {text.score}
      </Link>
    </div>
  );
}
