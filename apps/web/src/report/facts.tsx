import { formatMg, formatMgPerKg, reportFacts, weightGrams } from '@tandem/domain';
import { type ReactNode, useMemo } from 'react';
import { useNow } from '../data/clock.ts';
import { useRoom } from '../room/room-context.ts';
import { span } from '../ui/names.ts';
import { reportWords } from '../words/report-words.ts';
import classes from './report.module.css';

const text = reportWords.facts;

/** Five numbers that a reader asks for first. */
export function Facts() {
  const { view } = useRoom();
  const now = useNow(60_000);
  const facts = useMemo(() => reportFacts(view.confirmed, now), [view.confirmed, now]);
  const grams = weightGrams(view.confirmed);
  const { ketamine, pressure, lowestSaturation, vitals, notices } = facts;
  const shown = [pressure.baseline, pressure.highest, pressure.last].map((one) =>
    one === null ? '–' : `${one.systolic}/${one.diastolic}`,
  );
  return (
    <dl className={classes.facts} aria-label={text.title}>
      <Fact name={text.ketamine}>
        {ketamine.doses === 0 ? (
          text.none
        ) : (
          <>
            {formatMg(ketamine.totalMicrograms)}{' '}
            {grams !== null && <small>{formatMgPerKg(ketamine.totalMicrograms, grams)}</small>}
          </>
        )}
      </Fact>
      <Fact name={text.pressure}>{pressure.last === null ? text.noReading : shown.join(' · ')}</Fact>
      <Fact name={text.saturation}>
        {lowestSaturation === null ? (
          text.noReading
        ) : (
          <>
            {lowestSaturation.percent} %{' '}
            {lowestSaturation.oxygenLitresPerMin !== null && (
              <small>
                {lowestSaturation.oxygenLitresPerMin === 0
                  ? text.roomAir
                  : text.oxygen(lowestSaturation.oxygenLitresPerMin)}
              </small>
            )}
          </>
        )}
      </Fact>
      <Fact name={text.vitals}>{vitals.due === 0 ? text.noneDue : text.of(vitals.onTime, vitals.due)}</Fact>
      <Fact name={text.notices}>
        {text.counts(notices.high, notices.medium)}{' '}
        {notices.longestUnseenMs !== null && (
          <small>{text.seenWithin(seenIn(notices.longestUnseenMs))}</small>
        )}
      </Fact>
    </dl>
  );
}

/** Seconds below two minutes: that is how fast it ought to be. */
function seenIn(ms: number): string {
  return ms < 120_000 ? `${Math.round(ms / 1000)} s` : span(ms);
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
