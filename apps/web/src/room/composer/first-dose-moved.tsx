import { formatVitalSign, type Notice, vitalSign } from '@tandem/domain';
import { useEffect, useRef } from 'react';
import { serverNowMs } from '../../data/clock.ts';
import { clockOf } from '../../data/zone.ts';
import { Button } from '../../ui/button.tsx';
import { words } from '../../words/in-room.ts';
import { headline } from '../notices/notice-lines.ts';
import { useRoom } from '../room-context.ts';
import classes from './panels.module.css';
import type { Asked } from './use-save-correction.ts';

const text = words.correct.moved;

/** What a correction changes besides itself, before anyone saves it: where the first dose stood and where it stands. */
export function FirstDoseMoved({ asked: { effect, confirm, back } }: { readonly asked: Asked }) {
  const { zone } = useRoom();
  const { firstDoseAt, baseline, raised, gone, changed } = effect;
  const question = useRef<HTMLParagraphElement>(null);
  // Not the button: an Enter still held from the form would confirm it unread.
  useEffect(() => question.current?.focus(), []);
  const clock = (at: string) => clockOf(Date.parse(at), zone);
  const says = (notice: Notice) => headline(notice, serverNowMs(), zone);
  return (
    <div className={classes.stack}>
      <p ref={question} tabIndex={-1} className={classes.question}>
        {text.title(clock(firstDoseAt.before), clock(firstDoseAt.after))}
      </p>
      <dl className={classes.effects}>
        <dt>{text.baseline}</dt>
        {baseline.length === 0 && <dd>{text.sameBaseline}</dd>}
        {baseline.map(({ sign, before, after }) => (
          <dd key={sign}>
            {vitalSign(sign).label}: <s>{before === null ? text.none : formatVitalSign(sign, before)}</s>{' '}
            {after === null ? text.none : formatVitalSign(sign, after)}
          </dd>
        ))}
        <dt>{text.notices}</dt>
        {raised.length + gone.length + changed.length === 0 && <dd>{text.sameNotices}</dd>}
        {raised.map((notice) => (
          <dd key={notice.id}>
            {text.raised}: {says(notice)}
          </dd>
        ))}
        {gone.map((notice) => (
          <dd key={notice.id}>
            {text.gone}: <s>{says(notice)}</s>
          </dd>
        ))}
        {changed.map(({ before, after }) => (
          <dd key={after.id}>
            {text.changed}: <s>{says(before)}</s> {says(after)}
          </dd>
        ))}
      </dl>
      <div className={classes.answers}>
        <Button look="quiet" onClick={back}>
          {words.steps.back}
        </Button>
        <Button look="main" onClick={confirm}>
          {text.confirm}
        </Button>
      </div>
    </div>
  );
}
