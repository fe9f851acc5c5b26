import { TextInput } from '@mantine/core';
import { type FieldGroup, fieldGroups, protocolFields } from '@tandem/domain';
import type { Protocol } from '@tandem/wire';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useBlocker, useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { ProblemError } from '../../data/api.ts';
import { sentenceOf } from '../../data/failure.ts';
import { useMe } from '../../data/me.ts';
import { protocolsQuery } from '../../data/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Actions, Dialog } from '../../ui/dialog.tsx';
import { GreyRows } from '../../ui/grey-rows.tsx';
import { Page, Sentence } from '../../ui/page.tsx';
import { protocolWords } from '../../words/protocol-words.ts';
import { trialWords } from '../../words/trial-words.ts';
import { addProtocol } from '../setup-calls.ts';
import { FieldInput, inputId } from './field-input.tsx';
import classes from './form.module.css';
import {
  type DraftProblems,
  draftOf,
  isTouched,
  ownField,
  type ProtocolDraft,
  readDraft,
} from './protocol-draft.ts';
import { TrialPanel } from './trial-panel.tsx';
import { planOf } from './version-state.tsx';

const text = protocolWords.form;
const groups = Object.keys(fieldGroups) as FieldGroup[];

/** What this says, for another language to be laid over. */
export const english = { protocols: protocolWords, trial: trialWords };

/** A new version, prefilled from the one it is based on. */
export function NewVersionPage() {
  const { protocolId } = useParams({ from: '/app/setup/protocols/$protocolId/new' });
  const protocols = useQuery(protocolsQuery);
  const base = protocols.data?.items.find(({ id }) => id === protocolId);
  if (base !== undefined) return <VersionForm key={base.id} base={base} />;
  return (
    <Page title={text.title}>
      {protocols.isLoading && <GreyRows count={6} height={64} />}
      {protocols.error !== null && protocols.data === undefined && (
        <Sentence>{sentenceOf(protocols.error)}</Sentence>
      )}
      {protocols.data !== undefined && <Sentence>{protocolWords.gone}</Sentence>}
    </Page>
  );
}

function VersionForm({ base }: { base: Protocol }) {
  const me = useMe();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const from = { name: base.name, plan: planOf(base) };
  const [id] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState<ProtocolDraft>(() => draftOf(from.name, from.plan));
  const [problems, setProblems] = useState<DraftProblems>({});
  const [failure, setFailure] = useState<string | null>(null);
  const isSaved = useRef(false);
  const leaving = useBlocker({
    shouldBlockFn: () => !isSaved.current && isTouched(draft, from),
    enableBeforeUnload: () => !isSaved.current && isTouched(draft, from),
    withResolver: true,
  });
  const saving = useMutation({
    mutationFn: (body: Parameters<typeof addProtocol>[0]) => addProtocol(body, me.epoch),
    onError: (error) => {
      const field = error instanceof ProblemError ? error.problem.field : undefined;
      if (field === undefined) return setFailure(sentenceOf(error));
      const own = ownField(field, sentenceOf(error));
      show({ [own.field]: own.sentence });
    },
    onSuccess: async () => {
      isSaved.current = true;
      await queryClient.invalidateQueries({ queryKey: ['protocols'] });
      await navigate({ to: '/setup/protocols/$protocolId', params: { protocolId: id } });
    },
  });

  /** The first one gets the focus: the page is long. */
  function show(found: DraftProblems): void {
    setProblems(found);
    const [first] = Object.keys(found);
    if (first === undefined) return;
    requestAnimationFrame(() => {
      const place = document.getElementById(inputId(first)) ?? document.querySelector('[data-problem]');
      place?.scrollIntoView({ block: 'center' });
      if (place instanceof HTMLElement) place.focus();
    });
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    setFailure(null);
    const read = readDraft(draft, from, { id, basedOn: base.id });
    show('problems' in read ? read.problems : {});
    if ('body' in read) saving.mutate(read.body);
  }

  const change = (to: Partial<ProtocolDraft>) => {
    setDraft((now) => ({
      name: to.name ?? now.name,
      texts: { ...now.texts, ...to.texts },
      rows: { ...now.rows, ...to.rows },
    }));
  };
  const count = Object.keys(problems).length;
  return (
    <Page title={text.title} beside={protocolWords.basedOn(protocolWords.name(base.name, base.version))}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <section className={classes.group}>
          <TextInput
            id={inputId('name')}
            label={text.name}
            description={text.nameHint}
            autoComplete="off"
            error={problems.name}
            value={draft.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
        </section>
        {groups.map((group) => (
          <section key={group} className={classes.group} aria-labelledby={`form-${group}`}>
            <h2 id={`form-${group}`}>{fieldGroups[group]}</h2>
            {group === 'limits' && <p className={classes.hint}>{text.bandsHint}</p>}
            {group === 'boosterHold' && <p className={classes.hint}>{text.boosterHint}</p>}
            <div className={classes.fields}>
              {protocolFields
                .filter((field) => field.group === group)
                .map((field) => (
                  <FieldInput
                    key={field.path.join('.')}
                    field={field}
                    base={from.plan}
                    draft={draft}
                    problems={problems}
                    onChange={change}
                  />
                ))}
            </div>
          </section>
        ))}
        <TrialPanel
          name={base.name}
          read={() => {
            const found = readDraft(draft, from, { id, basedOn: base.id });
            return 'body' in found ? found.body.data : null;
          }}
        />
        <div className={classes.foot}>
          {count > 0 && <Sentence>{text.problems(count)}</Sentence>}
          {failure !== null && <Sentence>{failure}</Sentence>}
          <Actions>
            <Button
              onClick={() =>
                void navigate({ to: '/setup/protocols/$protocolId', params: { protocolId: base.id } })
              }
            >
              {text.discard}
            </Button>
            <Button type="submit" look="main" disabled={saving.isPending}>
              {text.save}
            </Button>
          </Actions>
        </div>
      </form>
      {leaving.status === 'blocked' && (
        <Dialog title={text.leaveTitle} onClose={leaving.reset}>
          <p>{text.leaveText}</p>
          <Actions>
            <Button onClick={leaving.proceed}>{text.leave}</Button>
            <Button look="main" onClick={leaving.reset}>
              {text.stay}
            </Button>
          </Actions>
        </Dialog>
      )}
    </Page>
  );
}
