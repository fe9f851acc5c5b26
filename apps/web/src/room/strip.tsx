import {
  formatMg,
  formatMgPerKg,
  formatRate,
  ketamineGiven,
  type SessionState,
  weightGrams,
} from '@tandem/domain';
import { useMemo } from 'react';
import { useNow } from '../data/clock.ts';
import { clockOf } from '../data/zone.ts';
import { elapsed, span } from '../ui/names.ts';
import { words } from '../words/in-room.ts';
import { protocolLimits } from './composer/protocol-limits.ts';
import { PhaseCell } from './phase-cell.tsx';
import { useRoom } from './room-context.ts';
import classes from './strip.module.css';
import { Cell } from './strip-cell.tsx';
import { PhoneVitals, VitalsCell } from './vitals-cell.tsx';

const text = words.room;

/** Four facts that are looked at between two glances at the client; two on a phone. Each cell ticks by itself. */
export function Strip({ phone }: { readonly phone: boolean }) {
  const { pad } = useRoom();
  return (
    <div className={classes.strip} data-beside-lanes="strip" data-cells={phone ? 2 : pad ? 3 : 4}>
      {!pad && <Time />}
      <PhaseCell />
      {!phone && <Ketamine />}
      {phone ? <PhoneVitals /> : <VitalsCell />}
    </div>
  );
}

function Time() {
  const { session, view, status, zone } = useRoom();
  const { startedAt, endedAt, plan } = view.confirmed;
  const place = session.room?.name ?? words.board.noRoom;
  const { series } = session;
  if (startedAt === null) {
    const at = Date.parse(plan?.plannedAt ?? session.plannedAt);
    return (
      <Cell name={text.plannedFor} value={clockOf(at, zone)}>
        {place}
      </Cell>
    );
  }
  const started = clockOf(Date.parse(startedAt), zone);
  if (status === 'in-progress') {
    return (
      <Cell name={text.inSession} value={<Elapsed sinceMs={Date.parse(startedAt)} />}>
        {series === null
          ? `${place} · ${text.from(started)}`
          : `${words.seriesPlace(series.number, series.of)} · ${place}`}
      </Cell>
    );
  }
  const lasted = endedAt === null ? '–' : span(Date.parse(endedAt) - Date.parse(startedAt));
  return (
    <Cell name={text.lasted} value={lasted}>
      {place} · {text.from(started)}
    </Cell>
  );
}

function Elapsed({ sinceMs }: { sinceMs: number }) {
  return elapsed(useNow(1000) - sinceMs);
}

function Ketamine() {
  const { view, status, zone, asOf } = useRoom();
  const isUnsure = asOf !== null && status === 'in-progress';
  const given = useMemo(() => ketamineGiven(view.expected), [view.expected]);
  const runs = given.microgramsPerHour > 0;
  const grams = weightGrams(view.expected);
  const { ceilingMicrograms } = protocolLimits(view.expected);
  const wrong = dosesInError(view.confirmed, zone);
  const kept = view.pending.filter(
    ({ entry, status: sent }) => entry.kind === 'dose' && sent !== 'refused',
  ).length;
  const under = [
    given.lastDoseAt !== null && status === 'in-progress' ? (
      <Since key="since" at={given.lastDoseAt} />
    ) : null,
    runs ? text.running(formatRate(given.microgramsPerHour / 1000)) : null,
    given.doses === 0 ? text.noMedicine : null,
    ceilingMicrograms === null ? null : words.dose.ceiling(formatMg(ceilingMicrograms)),
    typeof asOf === 'number' && isUnsure ? text.asOf(clockOf(asOf, zone)) : null,
    kept > 0 ? text.keptCounted(kept) : null,
    wrong,
  ].filter((part) => part !== null);
  return (
    <Cell
      name={text.ketamine}
      value={
        <Given
          state={view.expected}
          of={isUnsure ? atLeastMg : mgWords}
          ticks={runs}
          still={given.totalMicrograms}
        />
      }
      {...(grams === null
        ? {}
        : {
            beside: (
              <Given
                state={view.expected}
                of={(micrograms) => formatMgPerKg(micrograms, grams)}
                ticks={runs}
                still={given.totalMicrograms}
              />
            ),
          })}
    >
      {under.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts never change places
        <span key={at} className={classes.part}>
          {part}
        </span>
      ))}
    </Cell>
  );
}

/** Somebody else may have given more since this screen was last current. */
const atLeastMg = (micrograms: number) => text.atLeast(formatMg(micrograms));
const mgWords = (micrograms: number) => formatMg(micrograms);

/** While an infusion runs it counts up to the server's clock, here alone: no chart is drawn for it. */
function Given(props: {
  readonly state: SessionState;
  readonly ticks: boolean;
  readonly still: number;
  of(micrograms: number): string;
}) {
  return props.ticks ? <Ticking {...props} /> : props.of(props.still);
}

function Ticking({ state, of }: { state: SessionState; of(micrograms: number): string }) {
  return of(ketamineGiven(state, useNow(1000)).totalMicrograms);
}

function Since({ at }: { at: string }) {
  return text.sinceLast(elapsed(useNow(1000) - Date.parse(at)));
}

/** Stays for the rest of the session: a dose that was counted for a moment may have been acted on. */
function dosesInError(state: SessionState, zone: string): string | null {
  const retracted = [...(state.byKind.dose ?? [])]
    .map((position) => state.items.at(position)?.retraction ?? null)
    .filter((retraction) => retraction !== null);
  const last = retracted.at(-1);
  return last === undefined
    ? null
    : text.inError(retracted.length, clockOf(Date.parse(last.recordedAt), zone));
}
