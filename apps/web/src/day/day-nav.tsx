import { TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay, useMe } from '../data/me.ts';
import { instantAt } from '../data/zone.ts';
import { buttonClass, IconButton } from '../ui/button.tsx';
import { words } from '../words/list-pages.ts';
import { addDays, isPlannable } from './calendar.ts';
import classes from './day.module.css';

const text = words.day;

/** The day before, the day after, today, any day; and a new session on this one. */
export function DayNav({ date, today }: { readonly date: string; readonly today: string }) {
  const { clinic } = useMe();
  const may = useMay();
  const navigate = useNavigate();
  const [typed, setTyped] = useState({ on: date, text: date });
  const go = (to: string) => void navigate({ to: '/day/{-$date}', params: to === today ? {} : { date: to } });
  // On another day there is no "now" to begin at; nine o'clock is a time that can be changed.
  const nineMs = instantAt(date, '09:00', clinic.timeZone);
  const at = date === today || nineMs === null ? {} : { at: new Date(nineMs).toISOString() };
  return (
    <div className={classes.nav}>
      <IconButton aria-label={text.before} onClick={() => go(addDays(date, -1))}>
        <IconChevronLeft size={22} stroke={1.6} aria-hidden />
      </IconButton>
      <TextInput
        className={classes.dateField ?? ''}
        aria-label={text.date}
        type="date"
        value={typed.on === date ? typed.text : date}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setTyped({ on: date, text: value });
          if (isPlannable(value)) go(value);
        }}
      />
      <IconButton aria-label={text.after} onClick={() => go(addDays(date, 1))}>
        <IconChevronRight size={22} stroke={1.6} aria-hidden />
      </IconButton>
      {date !== today && (
        <Link to="/day/{-$date}" params={{}} className={buttonClass()}>
          {text.today}
        </Link>
      )}
      {may('session.plan') && (
        <Link to="/sessions/new" search={{ ...at, back: date }} className={buttonClass('main')}>
          {words.board.newSession}
        </Link>
      )}
    </div>
  );
}
