import { IconAlertOctagon } from '@tabler/icons-react';
import type { Emergency, EmergencyMark } from '@tandem/domain';
import { useEffect, useRef, useState } from 'react';
import { serverNowMs } from '../../data/clock.ts';
import { clockOf } from '../../data/zone.ts';
import { keysOf } from '../../keys/use-keys.ts';
import { Button } from '../../ui/button.tsx';
import { emergencyPanelWords as text } from '../../words/emergency-panel-words.ts';
import { emergencyWords } from '../../words/emergency-words.ts';
import { HandoverLayer } from '../going-home/handover-layer.tsx';
import { useRoom } from '../room-context.ts';
import { EmergencyClock } from './emergency-clock.tsx';
import classes from './emergency-panel.module.css';
import { useEmergency } from './use-emergency.ts';

type Stamp = keyof typeof text.stamps;
const stamps = Object.keys(text.stamps) as readonly Stamp[];

/** "10:42:05": in an emergency seconds are asked for afterwards. */
function clockWithSeconds(ms: number, zone: string): string {
  return `${clockOf(ms, zone)}:${String(Math.floor(ms / 1000) % 60).padStart(2, '0')}`;
}

/** In place of the line: one tap, one stamp, at its time. Nothing is asked and nothing is confirmed. */
export function EmergencyPanel() {
  const { setTask } = useRoom();
  const emergency = useEmergency();
  const heading = useRef<HTMLHeadingElement>(null);
  const [page, setPage] = useState(false);
  // On the heading and no key: the Enter that declared, pressed once more, must stamp nothing.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const back = () => setTask({ type: 'line' });
  return (
    <section
      className={classes.panel}
      aria-label={emergencyWords.emergency.title}
      // After printing the focus may be here again, under the page: its Esc is not this panel's.
      onKeyDown={page ? undefined : keysOf({ leave: back })}
      data-emergency
    >
      <div className={classes.head}>
        <IconAlertOctagon size={24} stroke={1.8} aria-hidden />
        <h2 ref={heading} tabIndex={-1} className={classes.title}>
          {emergencyWords.emergency.title}
        </h2>
        {emergency !== null && <Since emergency={emergency} />}
        <span className={classes.ways}>
          <Button onClick={() => setPage(true)}>{text.handover}</Button>
          <Button onClick={back}>{emergency?.overMs === null ? text.toLine : text.close}</Button>
        </span>
      </div>
      {emergency !== null && <Keys emergency={emergency} />}
      {page && <HandoverLayer onClose={() => setPage(false)} />}
    </section>
  );
}

function Since({ emergency: { declaredMs, overMs, marks } }: { emergency: Emergency }) {
  const { zone } = useRoom();
  const by = marks[0]?.item.entry.author.name ?? '';
  return (
    <>
      <EmergencyClock sinceMs={declaredMs} untilMs={overMs} />
      <span className={classes.declared}>
        {text.declared(clockWithSeconds(declaredMs, zone), by)}
        {overMs !== null && ` · ${text.over(clockWithSeconds(overMs, zone))}`}
      </span>
    </>
  );
}

function Keys({ emergency }: { emergency: Emergency }) {
  const { zone, record } = useRoom();
  const [drug, setDrug] = useState('');
  const told = new Map<EmergencyMark, string[]>();
  for (const { data, happenedAt } of emergency.marks) {
    const detail = data.detail === undefined ? '' : ` ${data.detail}`;
    const said = `${clockWithSeconds(Date.parse(happenedAt), zone)}${detail}`;
    told.set(data.mark, [...(told.get(data.mark) ?? []), said]);
  }

  function stamp(mark: Stamp): void {
    const detail = mark === 'drug' ? drug.trim() : '';
    record({
      kind: 'emergency',
      data: { mark, ...(detail === '' ? {} : { detail }) },
      happenedAtMs: serverNowMs(),
      line: '',
    });
    if (mark === 'drug') setDrug('');
  }

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would announce a form group for a row of keys */}
      <div role="group" aria-label={text.keys} className={classes.keys}>
        {stamps.map((mark) => {
          const times = told.get(mark);
          return (
            <button
              key={mark}
              type="button"
              className={classes.key}
              data-stamped={times !== undefined || undefined}
              data-end={mark === 'over' || undefined}
              onClick={() => stamp(mark)}
            >
              <b>{text.stamps[mark]}</b>
              <span>{times?.join(', ') ?? text.notYet}</span>
            </button>
          );
        })}
      </div>
      <div className={classes.foot}>
        <label className={classes.drug}>
          <span>{text.which}</span>
          <input
            autoComplete="off"
            maxLength={200}
            value={drug}
            onChange={(event) => setDrug(event.currentTarget.value)}
            onKeyDown={keysOf({ record: () => stamp('drug') })}
          />
        </label>
        <p className={classes.hint}>
          {text.whichHint} {text.undo}
        </p>
      </div>
    </>
  );
}
