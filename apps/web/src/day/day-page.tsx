import { Navigate, useParams } from '@tanstack/react-router';
import { toServerMs, useNow } from '../data/clock.ts';
import { CURTAIN_FALLS_MS } from '../data/currency.ts';
import { useMay, useMe } from '../data/me.ts';
import { clockOf, dayOf } from '../data/zone.ts';
import { dayWords, weekdayOf } from '../ui/names.ts';
import { NotCurrent } from '../ui/not-current.tsx';
import { Page, Sentence } from '../ui/page.tsx';
import { isPlannable } from './calendar.ts';
import { DayBody } from './day-body.tsx';
import { DayNav } from './day-nav.tsx';
import { useDay } from './use-day.ts';

export function DayPage() {
  const { date } = useParams({ from: '/app/day/{-$date}' });
  const { clinic } = useMe();
  const may = useMay();
  const today = dayOf(useNow(60_000), clinic.timeZone);
  if (!may('board.read')) return <Navigate to="/setup" />;
  if (date !== undefined && !isPlannable(date)) return <Navigate to="/day/{-$date}" params={{}} />;
  return <DayOf date={date ?? today} today={today} />;
}

function DayOf({ date, today }: { readonly date: string; readonly today: string }) {
  const day = useDay(date);
  return (
    <Page
      title={weekdayOf(date)}
      beside={dayWords(date)}
      actions={
        <>
          <Currency asOfMs={day.asOfMs} />
          <DayNav date={date} today={today} />
        </>
      }
    >
      {day.failure !== null && <Sentence>{day.failure}</Sentence>}
      {/* What was open, dragged or to be undone belongs to its day. */}
      <DayBody key={date} date={date} day={day} />
    </Page>
  );
}

function Currency({ asOfMs }: { readonly asOfMs: number }) {
  const { clinic } = useMe();
  useNow(500);
  if (Date.now() - asOfMs <= CURTAIN_FALLS_MS) return null;
  return <NotCurrent since={clockOf(toServerMs(asOfMs), clinic.timeZone)} because="silence" />;
}
