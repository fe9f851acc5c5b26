import { TextInput } from '@mantine/core';
import { amountMgSchema } from '@tandem/domain';
import { useState } from 'react';
import { readTypedNumber } from '../../data/typed-number.ts';
import { Button } from '../../ui/button.tsx';
import { medicineWords } from '../../words/medicine-words.ts';
import { useRoom } from '../room-context.ts';
import { MedicineFrame } from './medicine-frame.tsx';
import classes from './panels.module.css';
import { SecondPerson } from './second-person.tsx';
import { useOpenVials, VialChoice } from './vial-choice.tsx';

const text = medicineWords.waste;

/** What is drawn and thrown away, from a vial of today, before a witness: recorded with the witness's PIN alone. */
export function WastePanel() {
  const { setTask, record } = useRoom();
  const { vials: open, isPending } = useOpenVials();
  const [vialId, setVialId] = useState('');
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [witnessed, setWitnessed] = useState(false);
  const vial = open.find(({ id }) => id === vialId);
  const read = readTypedNumber(amount);
  const amountMg = 'value' in read ? read.value : null;

  function ask(): void {
    const missing =
      vial === undefined
        ? text.vialNeeded
        : 'sentence' in read
          ? read.sentence
          : amountMgSchema.safeParse(amountMg).success
            ? null
            : text.amountBand;
    setProblem(missing);
    setWitnessed(missing === null);
  }

  function save(approvalId: string): void {
    if (amountMg === null) return;
    const why = reason.trim();
    record({
      kind: 'waste',
      data: { vialId, amountMg, approvalId, ...(why === '' ? {} : { reason: why }) },
      happenedAtMs: null,
      line: '',
    });
    setTask({ type: 'line' });
  }

  const changed = () => {
    setProblem(null);
    setWitnessed(false);
  };
  return (
    <MedicineFrame
      title={text.title}
      standing={witnessed ? null : text.standing}
      problem={problem}
      answers={
        !witnessed &&
        open.length > 0 && (
          <Button look="main" onClick={ask}>
            {text.witness}
          </Button>
        )
      }
    >
      {isPending ? null : open.length === 0 ? (
        <p>{text.noVials}</p>
      ) : (
        <div className={classes.beside}>
          <VialChoice
            vials={open}
            value={vialId}
            onChoose={(chosen) => {
              setVialId(chosen?.id ?? '');
              changed();
            }}
          />
          <TextInput
            className={classes.short ?? ''}
            label={text.amount}
            inputMode="decimal"
            autoComplete="off"
            value={amount}
            onChange={(event) => {
              setAmount(event.currentTarget.value);
              changed();
            }}
          />
          <TextInput
            className={classes.wide ?? ''}
            label={text.reason}
            autoComplete="off"
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </div>
      )}
      {witnessed && vial !== undefined && amountMg !== null && (
        <SecondPerson
          drug={vial.drug}
          amountMg={amountMg}
          onApproved={save}
          onCancel={() => setWitnessed(false)}
        />
      )}
    </MedicineFrame>
  );
}
