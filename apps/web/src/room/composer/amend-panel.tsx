import { TextInput } from '@mantine/core';
import { entryKindOf, firstIssue, type Item, itemOf, sameJson } from '@tandem/domain';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { clockOf, lastAtClock, readClock } from '../../data/zone.ts';
import { viewOf } from '../../entries/registry.tsx';
import { keysOf } from '../../keys/use-keys.ts';
import { Button } from '../../ui/button.tsx';
import { amendWords } from '../../words/amend-words.ts';
import { words } from '../../words/in-room.ts';
import { type AmendPrefill, useRoom } from '../room-context.ts';
import { ChangedMeanwhile } from './changed-meanwhile.tsx';
import { TIME } from './field-words.ts';
import { FirstDoseMoved } from './first-dose-moved.tsx';
import classes from './panels.module.css';
import { useAmendDraft } from './use-amend-draft.ts';
import { useSaveCorrection } from './use-save-correction.ts';

const text = words.correct;
const HALF_DAY_MS = 12 * 3_600_000;

/** Value, time and reason. The original stays readable; this stands beside it. */
export function AmendPanel({ entryId, prefill }: { entryId: string; prefill: AmendPrefill | null }) {
  const { view } = useRoom();
  const item = itemOf(view.expected, entryId);
  return item === undefined ? null : <AmendForm item={item} prefill={prefill} />;
}

function AmendForm({ item, prefill }: { item: Item; prefill: AmendPrefill | null }) {
  const { zone, setTask } = useRoom();
  const { save, asked } = useSaveCorrection();
  const entryView = viewOf(item.entry.kind);
  const form = entryView.form;
  const { draft, set, meanwhile, backToYours, basedOnSeq } = useAmendDraft(item, form, prefill);
  const [reason, setReason] = useState(prefill?.reason ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const back = () => setTask({ type: 'line' });
  const fields = useRef<HTMLFormElement>(null);
  const isAsked = asked !== null;
  useEffect(() => {
    if (!isAsked) fields.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, [isAsked]);
  if (form === undefined) return null;

  function corrected(): { data: unknown; correctedHappenedAt: string | null } | string {
    const happenedMs = Date.parse(item.happenedAt);
    const at = timeOf(draft[TIME] ?? '', clockOf(happenedMs, zone), happenedMs, zone);
    if (at === undefined) return text.badTime;
    const read = form?.dataOf(draft, item.data, { zone, startMs: at ?? happenedMs }) ?? { sentence: '' };
    if ('sentence' in read) return read.sentence;
    const parsed = entryKindOf(item.entry.kind)?.data.safeParse(read.data);
    if (parsed?.success !== true) {
      return parsed === undefined
        ? ''
        : firstIssue(parsed.error).sentence.replace(' Nothing was stored.', '');
    }
    if (at === null && sameJson(parsed.data, item.data)) return text.noChange;
    return { data: parsed.data, correctedHappenedAt: at === null ? null : new Date(at).toISOString() };
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (meanwhile !== null) {
      setProblem(amendWords.chooseFirst);
      return;
    }
    const change = corrected();
    const missing = typeof change === 'string' ? change : reason.trim() === '' ? text.reasonNeeded : null;
    setProblem(missing);
    if (missing !== null || typeof change === 'string') return;
    save({
      kind: 'amendment',
      data: {
        entryId: item.entry.id,
        data: change.data as Record<string, unknown>,
        reason: reason.trim(),
        ...(change.correctedHappenedAt === null ? {} : { correctedHappenedAt: change.correctedHappenedAt }),
        // Someone else's correction in between must be seen, not overwritten.
        ...(basedOnSeq === undefined ? {} : { basedOnSeq }),
      },
    });
  }

  return (
    <section className={classes.panel} aria-label={text.title}>
      <p className={classes.title}>
        {text.title}: <b>{entryView.title(item.data)}</b>
      </p>
      {asked !== null && <FirstDoseMoved asked={asked} />}
      {/* Hidden while its consequences are read, so that what was typed is still there on the way back. */}
      <form
        ref={fields}
        hidden={isAsked}
        className={classes.stack}
        onSubmit={submit}
        onKeyDown={keysOf({ leave: back })}
      >
        {meanwhile !== null && <ChangedMeanwhile meanwhile={meanwhile} />}
        <form.Fields draft={draft} set={set} />
        <div className={classes.form}>
          <TextInput
            className={classes.time}
            label={text.time}
            autoComplete="off"
            value={draft[TIME] ?? ''}
            onChange={(event) => set(TIME, event.currentTarget.value)}
          />
          <TextInput
            className={classes.wide}
            label={text.reason}
            autoComplete="off"
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button look="quiet" onClick={back}>
            {words.steps.back}
          </Button>
          {backToYours !== null && <Button onClick={backToYours}>{amendWords.backToYours}</Button>}
          {item.retraction === null && (
            <Button type="submit" look="main">
              {text.save}
            </Button>
          )}
        </div>
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      </form>
    </section>
  );
}

/** The instant meant: null when the time was left as it is, undefined when it cannot be read. */
function timeOf(typed: string, shown: string, originalMs: number, zone: string): number | null | undefined {
  if (typed.trim() === shown) return null;
  const clock = readClock(typed);
  if (clock === null) return undefined;
  // The one nearest to where it stood: a correction across midnight is minutes, not a day.
  return lastAtClock(clock.hours, clock.minutes, originalMs + HALF_DAY_MS, zone);
}
