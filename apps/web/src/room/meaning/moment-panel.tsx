import { TextInput } from '@mantine/core';
import { AHEAD_TOLERANCE_MS, firstIssue, type Moment, momentSchema, tagsOf } from '@tandem/domain';
import { useMemo, useState } from 'react';
import { serverNowMs } from '../../data/clock.ts';
import { clockOf } from '../../data/zone.ts';
import { endOf } from '../../entries/region.ts';
import { meaningWords } from '../../words/meaning-words.ts';
import { PanelForm } from '../panels/panel-form.tsx';
import classes from '../panels/panels.module.css';
import { useRoom } from '../room-context.ts';
import type { Refilled } from './refilled.ts';
import { TagField } from './tag-field.tsx';
import { lateOf, useWhen } from './use-when.ts';
import { WhenField } from './when-field.tsx';

const text = meaningWords.moment;

/** A point, or a stretch of time: dragged on the notes lane, or by its two times. */
export function MomentPanel({ prefill }: { prefill: Refilled<Moment> | null }) {
  const { view, zone, record, setTask } = useRoom();
  const before = prefill?.data;
  const when = useWhen(prefill === null ? null : Date.parse(prefill.happenedAt));
  const [said, setSaid] = useState(before?.text ?? '');
  const [until, setUntil] = useState(() =>
    before?.endsAt === undefined ? '' : clockOf(Date.parse(before.endsAt), zone),
  );
  const [tags, setTags] = useState<readonly string[]>(before?.tags ?? []);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const known = useMemo(() => tagsOf(view.expected), [view.expected]);

  function read(): { startMs: number; data: Moment } | string {
    const startMs = when.startMs();
    if (startMs === null) return meaningWords.badTime;
    const endsAt = until.trim() === '' ? undefined : endOf(until, startMs, zone, before?.endsAt);
    if (endsAt === null) return text.badUntil;
    if (endsAt === 'before') return text.before;
    if (endsAt !== undefined && Date.parse(endsAt) > serverNowMs() + AHEAD_TOLERANCE_MS) return text.ahead;
    const all = typed.trim() === '' ? tags : [...tags, typed.trim()];
    if (said.trim() === '' && all.length === 0) return text.needed;
    const parsed = momentSchema.safeParse({
      ...(said.trim() === '' ? {} : { text: said.trim() }),
      ...(endsAt === undefined ? {} : { endsAt }),
      ...(all.length === 0 ? {} : { tags: all }),
    });
    if (!parsed.success) return firstIssue(parsed.error).sentence.replace(' Nothing was stored.', '');
    // A stretch is as late as its end: one marks it when it is over.
    const late = when.check(endsAt === undefined ? startMs : Date.parse(endsAt));
    return late ?? { startMs, data: parsed.data };
  }

  function save(): void {
    const found = read();
    if (typeof found === 'string') {
      setProblem(found);
      return;
    }
    record({ kind: 'moment', data: found.data, happenedAtMs: found.startMs, line: '', ...lateOf(when) });
    setTask({ type: 'line' });
  }

  return (
    <PanelForm title={text.title} problem={problem} onRecord={save}>
      <TextInput
        label={text.text}
        autoComplete="off"
        maxLength={500}
        value={said}
        onChange={(event) => setSaid(event.currentTarget.value)}
      />
      <TagField tags={tags} typed={typed} known={known} setTyped={setTyped} setTags={setTags} />
      <div className={classes.beside}>
        <WhenField when={when} label={text.from} />
        <TextInput
          className={classes.short ?? ''}
          label={text.until}
          placeholder={text.untilHint}
          autoComplete="off"
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
      </div>
    </PanelForm>
  );
}
