import { formatMg, type RouteKey, routeCatalog } from '@tandem/domain';
import type { PastSession } from '@tandem/wire';
import { useMe } from '../data/me.ts';
import { clockOf } from '../data/zone.ts';
import { pastWords } from '../words/past-words.ts';
import { ends } from './pressure-bars.tsx';
import classes from './preview.module.css';

const text = pastWords.preview;
type Figures = NonNullable<PastSession['figures']>;

/** What the row leaves out, one line each; what there is nothing to say about has none. */
export function PreviewFacts({ session }: { readonly session: PastSession }) {
  const zone = useMe().clinic.timeZone;
  const { figures } = session;
  if (figures === null) return null;
  const at = (when: string | null) => (when === null ? null : clockOf(Date.parse(when), zone));
  const rows: readonly (readonly [string, string | null])[] = [
    [text.dose, doseWords(figures)],
    [text.pressure, pressureWords(figures, at)],
    [text.notice, noticeWords(figures)],
    [text.vitals, figures.vitals.due === 0 ? null : text.vitalsOf(figures.vitals.onTime, figures.vitals.due)],
    [text.events, eventWords(figures)],
    [text.home, homeWords(figures, at(session.endedAt))],
    [text.corrected, text.correctedOf(figures.amendments, figures.retractions.all) || null],
  ];
  return (
    <dl className={classes.facts}>
      {rows.map(
        ([name, said]) =>
          said !== null && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{said}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function doseWords({ given, doses, microgramsPerKg, dosesOutside }: Figures): string {
  if (given.length === 0) return text.noDose;
  const amounts = given
    .map(({ route, micrograms }) => {
      const parts = micrograms.map((each, index) =>
        index === micrograms.length - 1 ? formatMg(each) : formatMg(each).replace(/ mg$/, ''),
      );
      return `${parts.join(' + ')} ${routeCatalog[route as RouteKey]?.label ?? route}`;
    })
    .join('; ');
  const perKg =
    microgramsPerKg === null || doses === 0 ? null : pastWords.perKg((microgramsPerKg / 1000).toFixed(2));
  return text.doseOf(amounts, perKg, dosesOutside);
}

function pressureWords(
  { peak, baseline }: Figures,
  at: (when: string | null) => string | null,
): string | null {
  const said = ends(peak);
  if (peak === null || said === null) return null;
  const rise =
    baseline === null
      ? null
      : pastWords.rise(Math.round(((peak.systolic - baseline.systolic) * 100) / baseline.systolic));
  return text.peakOf(said, at(peak.at), rise);
}

function noticeWords({ notices: { high, medium, open, seenMs } }: Figures): string {
  const said = [
    ...(high.raised > 0 ? [pastWords.highCount(high.raised)] : []),
    ...(medium.raised > 0 ? [pastWords.mediumCount(medium.raised)] : []),
    ...(open > 0 ? [pastWords.openNotices(open)] : []),
  ].join(', ');
  if (said === '') return pastWords.noNotice;
  return text.noticeOf(said, seenMs.length === 0 ? null : Math.round(Math.max(...seenMs) / 1000));
}

function eventWords({ events: { worst, worstGrade } }: Figures): string | null {
  return worstGrade === null ? null : text.eventsOf([...new Set(worst)].join(', '), worstGrade);
}

function homeWords({ goingHome }: Figures, endedAt: string | null): string | null {
  return goingHome === null || endedAt === null ? null : text.homeOf(endedAt, goingHome.met, goingHome.of);
}
