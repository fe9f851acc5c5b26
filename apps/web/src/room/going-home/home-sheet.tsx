import { answersOf } from '@tandem/domain';
import { useState } from 'react';
import { serverNowMs } from '../../data/clock.ts';
import { clockOf, dayOf } from '../../data/zone.ts';
import { dayWords } from '../../ui/names.ts';
import { goingHomeWords } from '../../words/going-home-words.ts';
import { useRoom } from '../room-context.ts';
import { Block, paperClasses as classes, Paper } from './paper.tsx';

const text = goingHomeWords.sheet;

/** One page in plain words that goes home with the client. */
export function HomeSheet({ onClose }: { onClose(): void }) {
  const { view, zone, me, clientName } = useRoom();
  const [nowMs] = useState(serverNowMs);
  const { endedAt } = view.confirmed;
  const answers = answersOf(view.expected);
  const escort = answers.get('escort-here') ?? answers.get('escort-confirmed');
  const escortWords = [escort?.person, escort?.phone].filter((part) => part !== undefined).join(', ');
  return (
    <Paper title={text.title} onClose={onClose}>
      <div className={classes.large}>
        <dl className={classes.facts}>
          <Row name={text.for} value={clientName} />
          <Row name={text.date} value={dayWords(dayOf(nowMs, zone))} />
          <Row name={text.withWhom} value={escortWords === '' ? text.blank : escortWords} />
          <Row
            name={text.leaves}
            value={endedAt === null ? text.blank : clockOf(Date.parse(endedAt), zone)}
          />
        </dl>
        <Block title={text.expectTitle}>
          <Points items={text.expect} />
        </Block>
        <Block title={text.notTitle}>
          <Points items={text.not} />
        </Block>
        <Block title={text.callTitle}>
          <p>{text.call}</p>
          <dl className={classes.facts}>
            <Row name={text.clinic} value={`${me.clinic.name} ${text.blank}`} />
            <Row name={text.emergency} value={text.blank} />
          </dl>
        </Block>
      </div>
    </Paper>
  );
}

function Row({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Points({ items }: { readonly items: readonly string[] }) {
  return (
    <ul data-points>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
