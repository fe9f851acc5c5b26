import type { DataOf } from '@tandem/domain';
import { useState } from 'react';
import { draftOf } from '../../data/drafts.ts';
import { outbox } from '../../data/live.ts';
import type { OutboxItem } from '../../data/outbox-shelf.ts';
import { Button } from '../../ui/button.tsx';
import { words } from '../../words/in-room.ts';
import { type PanelTask, type Room, useRoom } from '../room-context.ts';
import { AddAsAddendum } from '../steps/add-as-addendum.tsx';
import classes from './log.module.css';

/** What the server refused: its sentence, and every way on that there is for this kind. */
export function Refused({ item }: { item: OutboxItem }) {
  const room = useRoom();
  // A signed record takes no entry any more: what was on its way becomes an addendum, or is known to be lost.
  const signed = item.problem?.code === 'session-signed';
  const [lineFull, setLineFull] = useState(false);
  return (
    <div role="alert">
      <p className={classes.refusal}>{item.problem?.title ?? words.save.notStored}</p>
      {lineFull && <p className={classes.refusal}>{words.save.lineFull}</p>}
      <div className={classes.actions}>
        {!signed && (
          <Button small onClick={() => setLineFull(!fix(item, room))}>
            {item.problem?.code === 'entry-changed' ? words.save.compare : words.save.fix}
          </Button>
        )}
        {signed && <AddAsAddendum item={item} />}
        {!signed && item.entry.kind === 'dose' && (
          <Button small look="quiet" onClick={() => room.setTask(notGiven(item))}>
            {words.save.notGiven}
          </Button>
        )}
        {/* A dose that may have been given is put right, never thrown away. */}
        {!given.includes(item.entry.kind) && (
          <Button small look="quiet" onClick={() => outbox.discard(item.id)}>
            {words.save.discard}
          </Button>
        )}
      </div>
    </div>
  );
}

/** It was meant, refused, and never went in: that is recorded with its reason, and then it waits here no more. */
function notGiven({ id, entry }: OutboxItem): PanelTask {
  const { drug, drugName, amountMg, route } = entry.data as DataOf<'dose'>;
  const prefill = { drug, amountMg, route, ...(drugName === undefined ? {} : { drugName }) };
  return { type: 'panel', panel: 'not-given', prefill, insteadOf: id };
}

const given: readonly string[] = ['dose', 'infusion-start', 'infusion-rate', 'infusion-stop'];

/** Where an entry without a line was made. */
const panelOf = {
  assessment: 'scales',
  'adverse-event': 'event',
  'vital-signs': 'not-taken',
  checklist: 'gate',
  'infusion-start': 'infusion',
  'infusion-rate': 'infusion',
  'infusion-stop': 'infusion',
  'dose-not-given': 'not-given',
  waste: 'waste',
  handover: 'handover',
  note: 'intention',
  moment: 'moment',
  shift: 'shift',
  'words-to-keep': 'keep',
} as const;

/** These begin with their time as well. */
const withTime: readonly string[] = ['note', 'moment', 'shift', 'words-to-keep'];

/** Takes a refused entry back to where it was typed. @returns false when that place is taken */
function fix({ id, entry, line }: OutboxItem, { me, session, setTask }: Room): boolean {
  if (entry.kind === 'amendment') {
    const { entryId, data, correctedHappenedAt, reason, basedOnSeq } = entry.data;
    const prefill = { data, reason, happenedAt: correctedHappenedAt ?? null, basedOnSeq: basedOnSeq ?? null };
    setTask({ type: 'amend', entryId, prefill });
  } else if (entry.kind === 'retraction') {
    setTask({ type: 'retract', entryId: entry.data.entryId });
  } else if (line === '' && Object.hasOwn(panelOf, entry.kind)) {
    // A change of one that runs is made anew there, at what runs now.
    const isChange = entry.kind === 'infusion-rate' || entry.kind === 'infusion-stop';
    const { data, happenedAt } = entry;
    const prefill = isChange ? null : withTime.includes(entry.kind) ? { data, happenedAt } : data;
    setTask({ type: 'panel', panel: panelOf[entry.kind as keyof typeof panelOf], prefill });
  } else {
    if (draftOf(me.person.id, session.id).trim() !== '') return false;
    setTask({ type: 'line', putBack: line });
  }
  outbox.discard(id);
  return true;
}
