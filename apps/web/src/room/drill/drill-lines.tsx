import { drills, lineCutOf } from '@tandem/domain';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { serverNowMs, useNow } from '../../data/clock.ts';
import { cutLine } from '../../data/cut-line.ts';
import { buttonClass } from '../../ui/button.tsx';
import { drillWords as text } from '../../words/drill-words.ts';
import { useRoom } from '../room-context.ts';
import lines from '../status-lines.module.css';

/** In the room of a drill: which one it is, where its score stands, and the line that it cuts. */
export function DrillLines() {
  const { view, status, session } = useRoom();
  const { confirmed } = view;
  const key = confirmed.plan?.drill?.key;
  const untilMs = status === 'in-progress' ? (lineCutOf(confirmed)?.untilMs ?? null) : null;
  const isCut = useNow(1_000) < (untilMs ?? 0);
  useEffect(() => {
    if (untilMs !== null) cutLine(untilMs - serverNowMs());
  }, [untilMs]);
  if (key === undefined) return null;
  return (
    <div className={lines.line} data-look="question">
      <b>{text.inRoom(drills[key].name)}</b>
      {isCut && <span role="status">{text.lineCut}</span>}
      {status === 'ended' && (
        <Link to="/drills/$drillId" params={{ drillId: session.id }} className={buttonClass('plain', true)}>
          {text.score}
        </Link>
      )}
    </div>
  );
}
