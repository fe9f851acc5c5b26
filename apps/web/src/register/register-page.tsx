import type { Vial } from '@tandem/wire';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useNow } from '../data/clock.ts';
import { sentenceOf } from '../data/failure.ts';
import { useMay, useMe } from '../data/me.ts';
import { dayOf } from '../data/zone.ts';
import { isPlannable } from '../day/calendar.ts';
import { Button } from '../ui/button.tsx';
import { GreyRows } from '../ui/grey-rows.tsx';
import { dayWords } from '../ui/names.ts';
import { Nothing, Page, Sentence } from '../ui/page.tsx';
import { registerWords as text } from '../words/register-words.ts';
import { CountForm } from './count-form.tsx';
import { OpenVialForm } from './open-vial-form.tsx';
import classes from './register.module.css';
import { registerQuery } from './register-calls.ts';
import { RegisterNav } from './register-nav.tsx';
import { VialTable } from './vial-table.tsx';

const ROW_HEIGHT = 76;

export function RegisterPage() {
  const { date } = useParams({ from: '/app/register/{-$date}' });
  const { clinic } = useMe();
  const may = useMay();
  const today = dayOf(useNow(60_000), clinic.timeZone);
  if (!may('vials.read')) return <Navigate to="/" />;
  if (date !== undefined && !isPlannable(date)) return <Navigate to="/register/{-$date}" params={{}} />;
  const day = date ?? today;
  return (
    <Page title={text.title} beside={dayWords(day)} actions={<RegisterNav day={day} today={today} />}>
      <p className={classes.legal}>{text.legal}</p>
      {/* A form that was open, and what was said about it, belong to their day. */}
      <RegisterOf key={day} day={day} isToday={day === today} />
    </Page>
  );
}

/** Vials are opened and counted now: on another day there is nothing but what was. */
function RegisterOf({ day, isToday }: { readonly day: string; readonly isToday: boolean }) {
  const may = useMay();
  const register = useQuery(registerQuery(day));
  const [task, setTask] = useState<'open' | Vial | null>(null);
  const [said, setSaid] = useState('');
  const writes = isToday && may('vials.write');
  const items = register.data?.items;
  const begin = (next: 'open' | Vial) => {
    setSaid('');
    setTask(next);
  };
  const done = (sentence: string) => {
    setTask(null);
    setSaid(sentence);
  };
  return (
    <>
      {register.isError && (
        <div className={classes.failed}>
          <Sentence>
            {sentenceOf(register.error)} {items !== undefined && text.stale}
          </Sentence>
          <Button onClick={() => void register.refetch()}>{text.again}</Button>
        </div>
      )}
      {writes && task === null && (
        <div className={classes.doing}>
          <Button look="main" onClick={() => begin('open')}>
            {text.open.action}
          </Button>
        </div>
      )}
      <p role="status" className={classes.said}>
        {said}
      </p>
      {task === 'open' && <OpenVialForm onDone={done} onCancel={() => setTask(null)} />}
      {task !== null && task !== 'open' && (
        <CountForm key={task.id} vial={task} onDone={done} onCancel={() => setTask(null)} />
      )}
      {register.isPending && (
        <>
          <p className={classes.unseen}>{text.loading}</p>
          <GreyRows count={3} height={ROW_HEIGHT} />
        </>
      )}
      {items?.length === 0 && <Nothing>{isToday ? text.emptyToday : text.empty}</Nothing>}
      {items !== undefined && items.length > 0 && (
        <VialTable day={day} vials={items} onCount={writes ? begin : null} />
      )}
    </>
  );
}
