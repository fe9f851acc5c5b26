import { formatKg, gramsFromKg } from '@tandem/domain';
import { Link } from '@tanstack/react-router';
import { type ReactNode, Suspense, useState } from 'react';
import { useClock } from '../data/clock.ts';
import { dayOf } from '../data/zone.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { ageOn, dayWords } from '../ui/names.ts';
import { Badge } from '../ui/page.tsx';
import { words } from '../words/in-room.ts';
import classes from './client-banner.module.css';
import { EmergencyButton } from './emergency/emergency-button.tsx';
import { RailButton } from './keypad/rail-button.tsx';
import { EndDialog, StartButtons, useLoadedParts } from './later-parts.ts';
import { PeopleInRoom } from './presence/people-in-room.tsx';
import { mayRecord, useRoom, wasGiven } from './room-context.ts';
import { SaveState } from './save-state.tsx';

const text = words.room;

/** Who this is, always in sight and always in the same place; never a placeholder. */
export function ClientBanner() {
  const { pad, status } = useRoom();
  const { SoundSign, ProcessNoteButton } = useLoadedParts() ?? {};
  return (
    <header className={classes.banner}>
      {pad && <RailButton />}
      <WhoThisIs />
      <div className={classes.right}>
        <SaveState />
        {SoundSign !== undefined && <SoundSign />}
        <PeopleInRoom />
        <EmergencyButton />
        {!pad && <GoingHomeButton />}
        {!pad && ProcessNoteButton !== undefined && <ProcessNoteButton />}
        {(!pad || status !== 'in-progress') && <StepButtons />}
      </div>
    </header>
  );
}

/** Name and what must be known before anything is given, as they were at the start of the session. */
export function WhoThisIs() {
  const { session, view, clientName, zone } = useRoom();
  const clock = useClock();
  const { pins, plan } = view.confirmed;
  const patient = pins?.patient ?? session.patient;
  const weightKg = pins === null ? (plan?.weightKg ?? session.weightKg) : pins.weightKg;
  const origin = words.origin[view.confirmed.lastSeq === 0 ? session.origin : view.confirmed.origin];
  return (
    <>
      <h1 className={classes.name}>{clientName}</h1>
      {patient !== null && (
        <dl className={classes.facts}>
          <Fact name={text.born}>
            {dayWords(patient.birthDate)} ({text.years(ageOn(dayOf(clock(), zone), patient.birthDate))})
          </Fact>
          <Fact name={words.clients.sex} silent least="desktop">
            {words.clients.sexes[patient.sex]}
          </Fact>
          {patient.mrn !== null && (
            <Fact name={text.mrn} least="tablet">
              {patient.mrn}
            </Fact>
          )}
          <Fact name={text.weight}>
            {weightKg === null ? text.weightUnknown : formatKg(gramsFromKg(weightKg))}
          </Fact>
          <Fact name={text.allergies} strong={patient.allergies.status !== 'none-known'}>
            {patient.allergies.status === 'known'
              ? patient.allergies.items.join(', ')
              : text.allergyWords[patient.allergies.status]}
          </Fact>
        </dl>
      )}
      {origin !== '' && <Badge>{origin}</Badge>}
    </>
  );
}

function Fact(props: {
  readonly name: string;
  readonly silent?: boolean;
  readonly strong?: boolean;
  /** The smallest screen on which it has room. */
  readonly least?: 'tablet' | 'desktop';
  readonly children: ReactNode;
}) {
  return (
    <div className={classes.fact} data-least={props.least}>
      <dt className={props.silent === true ? 'visually-hidden' : undefined}>{props.name}</dt>
      <dd data-strong={props.strong === true || undefined}>{props.children}</dd>
    </div>
  );
}

/** Once something was given, until it is signed. */
function GoingHomeButton() {
  const room = useRoom();
  const isOver = room.status !== 'in-progress' && room.status !== 'ended';
  if (isOver || !mayRecord(room, 'checklist') || !wasGiven(room)) return null;
  return (
    <Button onClick={() => room.setTask({ type: 'panel', panel: 'discharge', prefill: null })}>
      {text.goingHome}
    </Button>
  );
}

/** The one next step of this session, for those who may take it. */
export function StepButtons() {
  const { status, may, session } = useRoom();
  const [ending, setEnding] = useState(false);
  if (status === 'planned')
    return may('session.run') ? (
      <Suspense>
        <StartButtons />
      </Suspense>
    ) : null;
  if (status === 'in-progress' && may('session.run')) {
    return (
      <>
        <Button onClick={() => setEnding(true)}>{words.steps.end}</Button>
        <Suspense>{ending && <EndDialog onClose={() => setEnding(false)} />}</Suspense>
      </>
    );
  }
  if (status !== 'ended' && status !== 'signed') return null;
  const asks = status === 'ended' && (may('session.sign') || may('session.close'));
  return (
    <Link
      to="/s/$sessionId/report"
      params={{ sessionId: session.id }}
      className={buttonClass(asks ? 'main' : 'plain')}
    >
      {asks ? words.steps.reportAndSign : words.steps.report}
    </Link>
  );
}
