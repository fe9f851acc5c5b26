import { currentPhase, expectedArc, nextPhase, type Phase, phaseLabels, phases } from '@tandem/domain';
import { useEffect, useMemo, useState } from 'react';
import { serverNowMs, useNow } from '../data/clock.ts';
import { clockOf } from '../data/zone.ts';
import { Button } from '../ui/button.tsx';
import { span } from '../ui/names.ts';
import { words } from '../words/in-room.ts';
import { UNDO_MS } from './composer/undo-bar.tsx';
import { mayRecord, useRoom } from './room-context.ts';
import classes from './strip.module.css';
import { Cell } from './strip-cell.tsx';

const text = words.room;
/** This near, a minute would promise more than anybody knows. */
const ABOUT_NOW_MS = 90_000;

/** Where the client is in the medicine arc and for how long; what comes next is offered, never set by itself. */
export function PhaseCell() {
  const room = useRoom();
  const { view, status, zone } = room;
  const set = useMemo(() => currentPhase(view.expected), [view.expected]);
  const [expected] = useMemo(() => expectedArc(view.expected), [view.expected]);
  const now = useNow(10_000);
  const runs = status === 'in-progress';
  const minutes = set === null ? '' : span(now - Date.parse(set.happenedAt));
  const name = set === null ? text.noPhase : phaseLabels[set.data.phase];
  return (
    <Cell
      name={text.arc}
      value={name}
      {...(set !== null && runs && { beside: minutes })}
      {...(runs && mayRecord(room, 'phase') && { picture: <SetPhase key={set?.id ?? ''} /> })}
    >
      {runs && expected !== undefined && expectedWords(expected, now, zone)}
    </Cell>
  );
}

function expectedWords(
  { phase, fromMs }: { phase: Phase; fromMs: number },
  nowMs: number,
  zone: string,
): string {
  const name = phaseLabels[phase];
  if (Math.abs(fromMs - nowMs) <= ABOUT_NOW_MS) return text.expectedNow(name);
  return text.expectedShort(name, clockOf(fromMs, zone));
}

/** One tap for the next phase, two for any other; a slip is taken back for as long as a dose's is. */
function SetPhase() {
  const { view, record, me } = useRoom();
  const next = useMemo(() => nextPhase(view.expected), [view.expected]);
  const set = useMemo(() => currentPhase(view.expected), [view.expected]);
  const [isFresh, setIsFresh] = useState(() => isUndoable(set, me.person.id));
  useEffect(() => {
    if (!isFresh) return;
    const timer = window.setTimeout(() => setIsFresh(false), UNDO_MS);
    return () => window.clearTimeout(timer);
  }, [isFresh]);
  const begin = (phase: Phase) =>
    record({ kind: 'phase', data: { phase }, happenedAtMs: null, line: `p ${phase}` });

  if (isFresh && set !== null) {
    const data = { entryId: set.id, reason: text.phaseUndone };
    return (
      <Button small onClick={() => record({ kind: 'retraction', data, happenedAtMs: null, line: '' })}>
        {text.undoPhase(phaseLabels[set.data.phase])}
      </Button>
    );
  }
  return (
    <div className={classes.setPhase}>
      {next !== null && (
        <Button small aria-label={text.setPhase(phaseLabels[next])} onClick={() => begin(next)}>
          {phaseLabels[next]}
        </Button>
      )}
      <select
        className={classes.otherPhase}
        aria-label={text.otherPhase}
        title={text.otherPhase}
        value=""
        onChange={({ target }) => begin(target.value as Phase)}
      >
        <option value="" disabled hidden>
          {text.otherPhase}
        </option>
        {phases
          .filter((phase) => phase !== set?.data.phase)
          .map((phase) => (
            <option key={phase} value={phase}>
              {phaseLabels[phase]}
            </option>
          ))}
      </select>
    </div>
  );
}

/** Set here and just now: nobody takes back another's, and nobody finds "Undo" on a page that was opened later. */
function isUndoable(set: ReturnType<typeof currentPhase>, personId: string): boolean {
  if (set === null || set.item.entry.author.id !== personId) return false;
  return serverNowMs() - Date.parse(set.item.entry.recordedAt) < UNDO_MS;
}
