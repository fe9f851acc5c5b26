import { TextInput } from '@mantine/core';
import { type DoseFinding, findingSentence, protocolOf, type SessionState } from '@tandem/domain';
import { useState } from 'react';
import { Choice } from '../../ui/choice.tsx';
import { words } from '../../words/in-room.ts';
import { medicineWords } from '../../words/medicine-words.ts';
import { useRoom } from '../room-context.ts';
import { usePhysicians } from '../use-physicians.ts';
import classes from './panels.module.css';

const text = medicineWords.giving;
export type Given = 'about-to-give' | 'already-given';
export const givenOptions = [
  { value: 'about-to-give', label: words.dose.about },
  { value: 'already-given', label: words.dose.alreadyGiven },
] as const;

export interface OrderWords {
  readonly orderedBy: string;
  readonly reason: string;
}

/** Who ordered it and why outside of the limits: what a dose and a rate both ask for. */
export function useOrder() {
  const { may } = useRoom();
  const physicians = usePhysicians();
  const [said, setSaid] = useState<OrderWords>({
    orderedBy: physicians.length === 1 ? (physicians[0]?.personId ?? '') : '',
    reason: '',
  });
  const orders = may('doses.order');
  const overrides = may('doses.override');
  const reason = said.reason.trim();
  return {
    said,
    setSaid,
    physicians,
    orders,
    overrides,
    /** The sentence that says what is missing; what was given already waits for no reason. */
    missing(findings: readonly DoseFinding[], given: Given): string | null {
      if (!orders && said.orderedBy === '') return words.dose.orderNeeded;
      if (findings.length === 0 || given === 'already-given') return null;
      if (!overrides) return text.askPhysician;
      return reason === '' ? words.dose.reasonNeeded : null;
    },
    data: {
      ...(orders ? {} : { orderedById: said.orderedBy }),
      ...(overrides && reason !== '' ? { overrideReason: reason } : {}),
    },
  };
}
export type Order = ReturnType<typeof useOrder>;

/** Does the protocol ask a second person for this? */
export function asksSecond(state: SessionState, findings: readonly DoseFinding[], given: Given): boolean {
  const { secondPerson } = protocolOf(state);
  if (given === 'already-given') return false;
  return secondPerson === 'every-dose' || (secondPerson === 'outside-limits' && findings.length > 0);
}

export function OrderFields({ order, findings }: { order: Order; findings: readonly DoseFinding[] }) {
  const { said, setSaid, physicians } = order;
  return (
    <>
      {findings.length > 0 && (
        <ul className={classes.against} aria-label={text.against}>
          {findings.map((finding) => (
            <li key={finding.ruleId}>{findingSentence(finding)}</li>
          ))}
          {!order.overrides && <li>{text.askPhysician}</li>}
        </ul>
      )}
      {(!order.orders || (findings.length > 0 && order.overrides)) && (
        <div className={classes.beside}>
          {!order.orders && (
            <Choice
              label={words.dose.orderedBy}
              value={said.orderedBy}
              options={[
                { value: '', label: '–' },
                ...physicians.map(({ personId, name }) => ({ value: personId, label: name })),
              ]}
              onChange={(orderedBy) => setSaid({ ...said, orderedBy })}
            />
          )}
          {findings.length > 0 && order.overrides && (
            <TextInput
              className={classes.wide ?? ''}
              label={words.dose.reason}
              autoComplete="off"
              maxLength={500}
              value={said.reason}
              onChange={(event) => setSaid({ ...said, reason: event.currentTarget.value })}
            />
          )}
        </div>
      )}
    </>
  );
}
