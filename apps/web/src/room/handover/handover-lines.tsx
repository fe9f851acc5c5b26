import { openHandovers, type StandingHandover } from '@tandem/domain';
import { useEffect, useMemo, useState } from 'react';
import { clockOf } from '../../data/zone.ts';
import { Button } from '../../ui/button.tsx';
import { handoverWords as text } from '../../words/handover-words.ts';
import { lowerFirst, roleWord } from '../../words/in-room.ts';
import { mayRecord, useRoom } from '../room-context.ts';
import classes from './handover.module.css';
import { Told } from './told.tsx';

/**
 * Handovers that wait for their receiver, for as long as they wait: whoever is to take over reads what was told and
 * accepts with one press, everybody else sees who is waited for. Nobody is kept from recording meanwhile.
 */
export function HandoverLines() {
  const room = useRoom();
  const open = useMemo(() => openHandovers(room.view.expected), [room.view.expected]);
  const shown = mayRead(room.status) ? open : [];
  const toMe = shown.filter(({ data }) => data.toId === room.me.person.id);
  return (
    <>
      <Said>{toMe.map((one) => text.toYou(one.item.entry.author.name, inSentence(one))).join('. ')}</Said>
      {shown.length > 0 && (
        <ul className={classes.lines}>
          {shown.map((one) =>
            toMe.includes(one) ? (
              <ToMe key={one.id} handover={one} />
            ) : (
              <Waiting key={one.id} handover={one} />
            ),
          )}
        </ul>
      )}
    </>
  );
}

/**
 * For those who hear the screen: that somebody hands over to them, once. What is handed over has minutes that go on
 * and a button; in a live region all of it would be read out again with each.
 */
function Said({ children }: { readonly children: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => setSaid(children), [children]);
  return (
    <p aria-live="polite" className="visually-hidden">
      {said}
    </p>
  );
}

const mayRead = (status: string) => status === 'in-progress' || status === 'ended';
const inSentence = ({ data: { role } }: StandingHandover) => lowerFirst(roleWord(role));

function ToMe({ handover }: { readonly handover: StandingHandover }) {
  const room = useRoom();
  const { data, item, id } = handover;
  const { name } = item.entry.author;
  function accept(): void {
    const accepted = { handoverId: id, fromName: name };
    room.record({ kind: 'handover-accepted', data: accepted, happenedAtMs: null, line: '' });
  }
  return (
    <li className={classes.line} data-mine>
      <div className={classes.words}>
        <p className={classes.headline}>{text.toYou(name, inSentence(handover))}</p>
        <Told summary={data.summary} />
        {data.text !== undefined && <p className={classes.said}>{data.text}</p>}
      </div>
      {mayRecord(room, 'handover-accepted') && (
        <Button look="main" onClick={accept}>
          {text.accept}
        </Button>
      )}
    </li>
  );
}

function Waiting({ handover }: { readonly handover: StandingHandover }) {
  const { me, zone, setTask } = useRoom();
  const { data, item, id, happenedAt } = handover;
  const mine = data.fromId === me.person.id;
  const role = inSentence(handover);
  return (
    <li className={classes.line}>
      <p className={classes.words}>
        <b>{text.waiting(data.toName ?? text.somebody, clockOf(Date.parse(happenedAt), zone))}</b> ·{' '}
        {mine ? text.byYou(role) : text.from(item.entry.author.name, role)}
      </p>
      {mine && (
        <Button small onClick={() => setTask({ type: 'retract', entryId: id })}>
          {text.takeBack}
        </Button>
      )}
    </li>
  );
}
