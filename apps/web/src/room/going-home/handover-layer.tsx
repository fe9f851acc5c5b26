import { formatKg, formatMg, type HandoverGiven, type HandoverLine, handoverOf } from '@tandem/domain';
import { type ReactNode, useState } from 'react';
import { serverNowMs } from '../../data/clock.ts';
import { usePeopleHere } from '../../data/live-hooks.ts';
import { clockOf, dayOf } from '../../data/zone.ts';
import { ageOn, dayWords, personName } from '../../ui/names.ts';
import { goingHomeWords } from '../../words/going-home-words.ts';
import { roleWord, words } from '../../words/in-room.ts';
import { peopleHere } from '../presence/people-here.ts';
import { useRoom } from '../room-context.ts';
import { Block, paperClasses as classes, Paper } from './paper.tsx';

const text = goingHomeWords.handover;

/** What goes along with the client, from the state in memory: it needs no network and no other page. */
export function HandoverLayer({ onClose }: { onClose(): void }) {
  const { session, view, zone, clientName } = useRoom();
  // Of the moment it was opened: a page that changes while it is read is no page.
  const [nowMs] = useState(serverNowMs);
  const page = handoverOf(view.expected, nowMs);
  const present = peopleHere(usePeopleHere(session.id), nowMs).filter(({ gone }) => !gone);
  const patient = page.patient ?? session.patient;
  const clock = (ms: number) => clockOf(ms, zone);
  const day = dayOf(nowMs, zone);
  const here =
    present.length > 0
      ? present.map(({ name, roles }) => `${name}, ${roles.map(roleWord).join(', ')}`)
      : page.team.map(({ name, role }) => `${name}, ${roleWord(role)}`);
  return (
    <Paper title={text.title} onClose={onClose}>
      <p className={classes.when}>{text.at(`${dayWords(day)} ${clock(nowMs)}`)}</p>
      <p className={classes.name}>{patient === null ? clientName : personName(patient)}</p>
      {patient !== null && (
        <dl className={classes.facts}>
          <Fact name={text.born}>
            {dayWords(patient.birthDate)} ({words.room.years(ageOn(day, patient.birthDate))},{' '}
            {words.clients.sexes[patient.sex]})
          </Fact>
          <Fact name={text.mrn}>{patient.mrn ?? text.none}</Fact>
          <Fact name={text.weight}>
            {page.weightGrams === null ? text.unknown : formatKg(page.weightGrams)}
          </Fact>
          <Fact name={text.allergies}>
            {patient.allergies.status === 'known'
              ? patient.allergies.items.join(', ')
              : words.room.allergyWords[patient.allergies.status]}
          </Fact>
          <Fact name={text.medicines}>{page.medicines ?? text.notAsked}</Fact>
        </dl>
      )}
      {page.emergency.length > 0 && (
        <Block title={text.emergency}>
          <Lines lines={page.emergency} clock={clock} />
        </Block>
      )}
      <Block title={text.given}>
        {page.given.length === 0 ? (
          <p>{text.nothingGiven}</p>
        ) : (
          <>
            <Lines
              lines={page.given.map((one) => ({ ...one, text: givenWords(one, clock) }))}
              clock={clock}
            />
            <p>{text.total(formatMg(page.ketamineMicrograms))}</p>
          </>
        )}
      </Block>
      <div className={classes.columns}>
        <Block title={text.latest}>
          <Lines lines={page.latest.map(named)} clock={clock} none={text.noReading} />
        </Block>
        <Block title={text.extremes}>
          <Lines lines={page.extremes.map(named)} clock={clock} none={text.noReading} />
        </Block>
        <Block title={text.open}>
          <Lines
            lines={page.notices.map((one) => ({
              ...one,
              text: `${text.priority[one.priority]}: ${one.text}`,
            }))}
            clock={clock}
          />
        </Block>
        <Block title={text.events}>
          <Lines lines={page.events} clock={clock} />
        </Block>
      </div>
      <Block title={text.here}>
        <ul>
          {here.map((person) => (
            <li key={person}>{person}</li>
          ))}
        </ul>
      </Block>
    </Paper>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const named = ({ name, text: value, atMs }: { name: string; text: string; atMs: number }): HandoverLine => ({
  atMs,
  text: `${name} ${value}`,
});

function givenWords({ text: what, rate, total, endMs, shape }: HandoverGiven, clock: (ms: number) => string) {
  if (shape === 'dose') return what;
  return rate === null
    ? `${what}, ${text.ended(clock(endMs ?? 0), total)}`
    : `${what}, ${text.runs(rate, total)}`;
}

function Lines(props: { lines: readonly HandoverLine[]; clock(ms: number): string; none?: string }) {
  if (props.lines.length === 0) return <p>{props.none ?? text.nothing}</p>;
  return (
    <ul>
      {props.lines.map((line) => (
        <li key={`${line.atMs} ${line.text}`}>
          <time>{props.clock(line.atMs)}</time> {line.text}
        </li>
      ))}
    </ul>
  );
}
