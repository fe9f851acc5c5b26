import { TextInput } from '@mantine/core';
import { type Dose, formatInstant, formatMg } from '@tandem/domain';
import type { RefObject } from 'react';
import { clockOf } from '../../data/zone.ts';
import { KeyCaps } from '../../keys/key-caps.tsx';
import { keysOf } from '../../keys/use-keys.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { words } from '../../words/in-room.ts';
import { VialOfDrug } from '../panels/vial-choice.tsx';
import { useRoom } from '../room-context.ts';
import { usePhysicians } from '../use-physicians.ts';
import type { DoseFacts } from './dose-facts.ts';
import classes from './read-back.module.css';
import type { Said } from './read-back-checks.ts';

const text = words.dose;

/** What a person says about a dose before it stands in its final form. */
export type Typed = Omit<Said, 'retyped' | 'concentration' | 'boosterOf'> & {
  /** Not a booster of the dose before it. */
  readonly isOwn: boolean;
};

interface ReadBackFieldsProps {
  readonly dose: Dose;
  readonly said: Typed;
  readonly facts: DoseFacts;
  readonly asks: { readonly reason: boolean; readonly order: boolean };
  readonly again: string;
  readonly concentration: string;
  readonly againInput: RefObject<HTMLInputElement | null>;
  set(more: Partial<Typed>): void;
  setAgain(typed: string): void;
  setConcentration(typed: string): void;
  onEnter(): void;
  onBack(): void;
}

/** The amount once more, and what else this dose asks: nothing here is a default that records anything. */
export function ReadBackFields(props: ReadBackFieldsProps) {
  const { dose, said, facts, asks, set } = props;
  const { zone } = useRoom();
  const physicians = usePhysicians();
  const enter = keysOf({ record: props.onEnter });
  const drawn = dose.route !== 'sl' && dose.route !== 'po';
  return (
    <div className={classes.fields}>
      <TextInput
        ref={props.againInput}
        label={text.again}
        placeholder={text.againHint}
        inputMode="decimal"
        autoComplete="off"
        value={props.again}
        onChange={(event) => props.setAgain(event.currentTarget.value)}
        onKeyDown={enter}
      />
      {asks.reason && (
        <TextInput
          label={text.reason}
          autoComplete="off"
          maxLength={500}
          value={said.reason}
          onChange={(event) => set({ reason: event.currentTarget.value })}
          onKeyDown={enter}
        />
      )}
      {asks.order && (
        <Choice
          label={text.orderedBy}
          value={said.orderedBy}
          options={[
            { value: '', label: '–' },
            ...physicians.map(({ personId, name }) => ({ value: personId, label: name })),
          ]}
          onChange={(orderedBy) => set({ orderedBy })}
        />
      )}
      {facts.follows !== null && (
        <Choice
          label={text.booster}
          value={said.isOwn ? 'own' : 'booster'}
          options={[
            {
              value: 'booster',
              label: text.boosterOf(
                formatMg(facts.follows.micrograms),
                clockOf(Date.parse(formatInstant(facts.follows.startMs)), zone),
              ),
            },
            { value: 'own', label: text.ownDose },
          ]}
          onChange={(value) => set({ isOwn: value === 'own' })}
        />
      )}
      {drawn && (
        <VialOfDrug drug={dose.drug} value={said.vial?.id ?? ''} onChoose={(vial) => set({ vial })} />
      )}
      {drawn && dose.concentrationMgPerMl === undefined && (
        <TextInput
          className={classes.short ?? ''}
          label={text.concentration}
          placeholder={said.vial === null ? '' : String(said.vial.concentrationMgPerMl)}
          inputMode="decimal"
          autoComplete="off"
          maxLength={8}
          value={props.concentration}
          onChange={(event) => props.setConcentration(event.currentTarget.value)}
          onKeyDown={enter}
        />
      )}
      <Button look="quiet" className={classes.change ?? ''} onClick={props.onBack}>
        {text.change} <KeyCaps id="leave" />
      </Button>
    </div>
  );
}
