import { TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { addDays, isPlannable } from '../day/calendar.ts';
import { Button, buttonClass, IconButton } from '../ui/button.tsx';
import { registerWords as text } from '../words/register-words.ts';
import classes from './register.module.css';

/** The day before, the day after, any day, today; print; and back. None of it is printed. */
export function RegisterNav({ day, today }: { readonly day: string; readonly today: string }) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState({ on: day, text: day });
  const go = (to: string) =>
    void navigate({ to: '/register/{-$date}', params: to === today ? {} : { date: to } });
  return (
    <div className={classes.nav}>
      <IconButton aria-label={text.before} onClick={() => go(addDays(day, -1))}>
        <IconChevronLeft size={22} stroke={1.6} aria-hidden />
      </IconButton>
      <TextInput
        aria-label={text.date}
        type="date"
        value={typed.on === day ? typed.text : day}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setTyped({ on: day, text: value });
          if (isPlannable(value)) go(value);
        }}
      />
      <IconButton aria-label={text.after} onClick={() => go(addDays(day, 1))}>
        <IconChevronRight size={22} stroke={1.6} aria-hidden />
      </IconButton>
      {day !== today && (
        <Link to="/register/{-$date}" params={{}} className={buttonClass()}>
          {text.today}
        </Link>
      )}
      <Button onClick={() => print()}>{text.print}</Button>
      <Link to="/" className={buttonClass()}>
        {text.toToday}
      </Link>
    </div>
  );
}
