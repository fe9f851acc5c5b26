import type { ReactNode } from 'react';
import { ago, span } from '../../ui/names.ts';
import { words } from '../../words/in-room.ts';
import type { DoseFacts } from './dose-facts.ts';
import classes from './read-back.module.css';

const text = words.dose;

/** Each fact with its limit, and no tick beside any of them: being inside a limit is not a recommendation. */
export function FactList({ facts, knowsWeight }: { facts: DoseFacts; knowsWeight: boolean }) {
  const { counted, sinceLastMs, minimumMinutes, pressure } = facts;
  return (
    <dl className={classes.facts}>
      <Fact name={text.total} beyond={facts.overCeiling}>
        {counted ? facts.totalAfter : text.notCounted}
        {counted && ` · ${facts.perKgAfter ?? (knowsWeight ? '' : text.noWeight)}`}
        <small>
          {counted && (facts.ceilingWords === null ? text.noCeiling : text.ceiling(facts.ceilingWords))}
        </small>
      </Fact>
      <Fact name={text.since} beyond={facts.tooEarly}>
        {sinceLastMs === null ? text.firstDose : span(Math.abs(sinceLastMs))}
        <small>{minimumMinutes !== null && text.minimum(minimumMinutes)}</small>
      </Fact>
      <Fact name={text.lastPressure} beyond={pressure === null || pressure.old}>
        {pressure === null ? text.noPressure : pressure.text}
        <small>{pressure !== null && ago(pressure.ageMs)}</small>
      </Fact>
      <Fact name={text.plannedNext} beyond={facts.overPlan}>
        {facts.plannedNext ?? text.nothingPlanned}
      </Fact>
      <Fact name={text.volume} beyond={false}>
        {facts.volume ?? text.noConcentration}
      </Fact>
    </dl>
  );
}

function Fact(props: { name: string; beyond: boolean; children: ReactNode }) {
  return (
    <div className={classes.fact} data-beyond={props.beyond || undefined}>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
