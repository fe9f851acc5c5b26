import { type DrillKey, type DrillPace, drillKeys, drillPaces, drillSeconds, drills } from '@tandem/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '../data/me.ts';
import { isConfirmed, protocolsInForce } from '../data/protocols-in-force.ts';
import { peopleQuery, protocolsQuery, roomsQuery } from '../data/queries.ts';
import { TeamRows } from '../plan/team-rows.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import form from '../ui/form.module.css';
import { Sentence } from '../ui/page.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { drillWords as text } from '../words/drill-words.ts';
import classes from './drills.module.css';
import { type TeamDraft, useStart } from './use-start.ts';

/** Which one, where, by whose limits, how fast and with whom. */
export function StartForm() {
  const me = useMe();
  const people = useQuery(peopleQuery).data?.items ?? [];
  const rooms = useQuery(roomsQuery).data?.items ?? [];
  const protocols = useQuery(protocolsQuery);
  const [drill, setDrill] = useState<DrillKey>('pressure-rise');
  const [pace, setPace] = useState<DrillPace>(1);
  const [roomId, setRoomId] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [team, setTeam] = useState<TeamDraft>(() =>
    me.role === 'lead' || me.role === 'admin' ? {} : { [me.person.id]: me.role },
  );
  const offered = protocolsInForce(protocols.data?.items ?? []);
  const protocolId = chosen ?? offered[0]?.id ?? '';
  const { start, starting, problem } = useStart();
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        start({ drill, pace, protocolId, roomId, team });
      }}
    >
      <DrillChoice value={drill} pace={pace} onChange={setDrill} />
      <div>
        <p className={form.legend}>{text.pace}</p>
        <Segmented
          label={text.pace}
          options={drillPaces.map((each) => ({ value: `${each}`, label: text.paces[each] }))}
          value={`${pace}`}
          onChange={(value) => setPace(Number(value) as DrillPace)}
        />
        <p className={classes.hint}>{text.paceHint}</p>
      </div>
      <div className={form.row}>
        <Choice
          label={text.room}
          value={roomId}
          options={[
            { value: '', label: text.noRoom },
            ...rooms.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={setRoomId}
        />
        <Choice
          label={text.protocol}
          value={protocolId}
          options={offered.map((one) => ({
            value: one.id,
            label: isConfirmed(one) ? one.name : text.notConfirmed(one.name),
          }))}
          onChange={setChosen}
        />
      </div>
      <TeamRows people={people} team={team} onChange={setTeam} />
      {protocols.data !== undefined && offered.length === 0 && <Sentence>{text.noProtocol}</Sentence>}
      {problem !== null && <Sentence>{problem}</Sentence>}
      <div>
        <Button type="submit" look="main" disabled={starting || protocolId === ''}>
          {starting ? text.starting : text.start}
        </Button>
      </div>
    </form>
  );
}

/** What each of them trains, as one of four. */
function DrillChoice(props: {
  readonly value: DrillKey;
  readonly pace: DrillPace;
  onChange(drill: DrillKey): void;
}) {
  return (
    <fieldset className={form.group}>
      <legend className={form.legend}>{text.which}</legend>
      <div className={classes.cards}>
        {drillKeys.map((key) => {
          const { name, trains, steps } = drills[key];
          const minutes = Math.round(drillSeconds(drills[key], props.pace) / 60);
          return (
            <label key={key} className={classes.card}>
              <input
                type="radio"
                name="drill"
                checked={key === props.value}
                onChange={() => props.onChange(key)}
              />
              <span>
                <strong>{name}</strong>
                <span className={classes.trains}>{trains}</span>
                <small>{text.facts(minutes, steps.length)}</small>
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
