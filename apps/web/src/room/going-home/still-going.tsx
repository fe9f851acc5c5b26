import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { goingHomeWords } from '../../words/going-home-words.ts';
import { words } from '../../words/in-room.ts';
import { useAcknowledge } from '../notices/use-acknowledge.ts';
import { useNotices } from '../notices/use-notices.ts';
import { mayRecord, useRoom } from '../room-context.ts';
import lines from '../status-lines.module.css';
import { EndDialog } from '../steps/end-dialog.tsx';

const text = goingHomeWords.stillGoing;

/** An hour without a word: somebody forgot to end it, or nobody wrote. Any entry answers. */
export function StillGoing() {
  const room = useRoom();
  const acknowledge = useAcknowledge();
  const [ending, setEnding] = useState(false);
  const asked = useNotices(30_000).find(
    ({ facts, settled }) => facts.type === 'still-going' && settled === null,
  );
  if (asked?.facts.type !== 'still-going' || room.status !== 'in-progress') return null;
  return (
    <div className={lines.line} data-asks>
      <span>{text.asks(asked.facts.minutes)}</span>
      {mayRecord(room, 'acknowledgement') && (
        <Button small onClick={() => acknowledge(asked.id)}>
          {text.yes}
        </Button>
      )}
      {room.may('session.run') && (
        <Button small onClick={() => setEnding(true)}>
          {words.steps.end}
        </Button>
      )}
      {ending && <EndDialog onClose={() => setEnding(false)} />}
    </div>
  );
}
