import { Textarea } from '@mantine/core';
import { type ReleaseGround, releaseGroundKeys } from '@tandem/domain';
import { newReleaseSchema } from '@tandem/wire';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { patientsQuery } from '../clients/client-calls.ts';
import { fieldOf, sentenceOf } from '../data/failure.ts';
import { checkForm, type FieldProblem } from '../data/form-check.ts';
import { useMe } from '../data/me.ts';
import { peopleQuery } from '../data/queries.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Actions } from '../ui/dialog.tsx';
import form from '../ui/form.module.css';
import { dayWords } from '../ui/names.ts';
import { Sentence } from '../ui/page.tsx';
import { processNoteWords } from '../words/process-note-words.ts';
import { askRelease, releasesQuery } from './process-note-calls.ts';

const text = processNoteWords.releases;
const hours = ['1', '4', '24', '72'] as const;
const labels = {
  authorId: text.author,
  patientId: text.client,
  ground: text.ground,
  proof: text.proof,
  hours: text.hours,
};

/** Whose notes about whom, on what ground. Its id is made when it opens: sent twice, it is one request. */
export function AskRelease({ onClose }: { onClose(): void }) {
  const { person, epoch } = useMe();
  const queryClient = useQueryClient();
  const people = useQuery(peopleQuery).data?.items ?? [];
  const clients = useQuery(patientsQuery).data?.items ?? [];
  const [id] = useState(() => crypto.randomUUID());
  const [authorId, setAuthorId] = useState('');
  const [patientId, setPatientId] = useState('');
  const [ground, setGround] = useState<ReleaseGround | ''>('');
  const [proof, setProof] = useState('');
  const [open, setOpen] = useState<(typeof hours)[number]>('24');
  const [problem, setProblem] = useState<FieldProblem | null>(null);
  const asking = useMutation({
    mutationFn: (body: Parameters<typeof askRelease>[0]) => askRelease(body, epoch),
    onSuccess: async () => {
      await queryClient.invalidateQueries(releasesQuery);
      onClose();
    },
    onError: (error) => setProblem({ field: fieldOf(error) ?? '', sentence: sentenceOf(error) }),
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (asking.isPending) return;
    const missing = (
      [
        ['authorId', authorId],
        ['patientId', patientId],
        ['ground', ground],
      ] as const
    ).find(([, value]) => value === '');
    if (missing !== undefined) {
      setProblem({ field: missing[0], sentence: text.needed[missing[0]] });
      return;
    }
    const body = { id, authorId, patientId, ground, proof: proof.trim(), hours: Number(open) };
    const checked = checkForm(newReleaseSchema, body, labels);
    setProblem('problem' in checked ? checked.problem : null);
    if (!('problem' in checked)) asking.mutate(checked.value);
  }

  const errorOf = (field: keyof typeof labels) => (problem?.field === field ? problem.sentence : undefined);
  const choose = { value: '', label: text.choose };
  const elsewhere = problem !== null && !(problem.field in labels) ? problem.sentence : null;
  return (
    <form className={form.form} aria-label={text.ask} onSubmit={submit} noValidate>
      <div className={form.row}>
        <Choice
          label={text.author}
          value={authorId}
          error={errorOf('authorId')}
          options={[
            choose,
            ...people
              .filter(({ id: one, roles }) => one !== person.id && roles.includes('therapist'))
              .map(({ id: value, name }) => ({ value, label: name })),
          ]}
          onChange={setAuthorId}
        />
        <Choice
          label={text.client}
          value={patientId}
          error={errorOf('patientId')}
          options={[
            choose,
            ...clients.map(({ id: value, familyName, givenName, birthDate }) => ({
              value,
              label: `${familyName}, ${givenName} · ${dayWords(birthDate)}`,
            })),
          ]}
          onChange={setPatientId}
        />
      </div>
      <div className={form.row}>
        <Choice
          label={text.ground}
          value={ground}
          error={errorOf('ground')}
          options={[choose, ...releaseGroundKeys.map((value) => ({ value, label: text.grounds[value] }))]}
          onChange={(value) => setGround(value as ReleaseGround | '')}
        />
        <Choice
          label={text.hours}
          value={open}
          options={hours.map((value) => ({ value, label: text.hoursOf(Number(value)) }))}
          onChange={setOpen}
        />
      </div>
      <Textarea
        label={text.proof}
        rows={2}
        maxLength={1000}
        error={errorOf('proof')}
        value={proof}
        onChange={(event) => setProof(event.currentTarget.value)}
      />
      {elsewhere !== null && <Sentence>{elsewhere}</Sentence>}
      <Actions>
        <Button onClick={onClose}>{text.cancel}</Button>
        <Button type="submit" look="main" disabled={asking.isPending}>
          {text.send}
        </Button>
      </Actions>
    </form>
  );
}
