import type { Protocol } from '@tandem/wire';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { sentenceOf } from '../../data/failure.ts';
import { useMay, useMe } from '../../data/me.ts';
import { protocolsQuery } from '../../data/queries.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Actions, Dialog } from '../../ui/dialog.tsx';
import { GreyRows } from '../../ui/grey-rows.tsx';
import { Page, Sentence } from '../../ui/page.tsx';
import { protocolWords as text } from '../../words/protocol-words.ts';
import { words } from '../../words.ts';
import { confirmProtocol } from '../setup-calls.ts';
import { DiffView } from './diff-view.tsx';
import page from './protocol.module.css';
import { ValuesView } from './values-view.tsx';
import { planOf, VersionState } from './version-state.tsx';

/** What this says, for another language to be laid over. */
export const english = { protocols: text };

/** One version: its state, what differs from the one it is based on, every value. */
export function ProtocolPage() {
  const { protocolId } = useParams({ from: '/app/setup/protocols/$protocolId' });
  const protocols = useQuery(protocolsQuery);
  const items = protocols.data?.items ?? [];
  const protocol = items.find(({ id }) => id === protocolId);
  if (protocol === undefined) {
    return (
      <Page title={text.one} actions={<BackLink />}>
        {protocols.isLoading && <GreyRows count={6} height={64} />}
        {protocols.error !== null && protocols.data === undefined && (
          <Sentence>
            {text.notLoaded} {sentenceOf(protocols.error)}{' '}
            <Button small onClick={() => void protocols.refetch()}>
              {words.failed.again}
            </Button>
          </Sentence>
        )}
        {protocols.data !== undefined && <Sentence>{text.gone}</Sentence>}
      </Page>
    );
  }
  return <OneVersion key={protocol.id} protocol={protocol} items={items} />;
}

const BackLink = () => (
  <Link to="/setup/protocols" className={buttonClass()}>
    {text.back}
  </Link>
);

function OneVersion({ protocol, items }: { protocol: Protocol; items: readonly Protocol[] }) {
  const may = useMay();
  const [isAsking, setAsking] = useState(false);
  const others = items.filter(({ id }) => id !== protocol.id);
  const [otherId, setOtherId] = useState(protocol.basedOn ?? '');
  const other = others.find(({ id }) => id === otherId);
  const base = others.find(({ id }) => id === protocol.basedOn);
  return (
    <Page
      title={protocol.name}
      beside={text.version(protocol.version)}
      actions={
        <>
          <BackLink />
          {may('protocol.draft') && (
            <Link
              to="/setup/protocols/$protocolId/new"
              params={{ protocolId: protocol.id }}
              className={buttonClass()}
            >
              {text.newVersion}
            </Link>
          )}
          {protocol.confirmedAt === null && may('protocol.confirm') && (
            <Button look="main" onClick={() => setAsking(true)}>
              {text.confirm}
            </Button>
          )}
        </>
      }
    >
      <p className={page.state}>
        <VersionState protocol={protocol} />
        <span>{base === undefined ? text.first : text.basedOn(text.name(base.name, base.version))}</span>
      </p>
      <section className={page.compare} aria-label={text.compare}>
        <Choice
          label={text.compare}
          value={otherId}
          options={[
            { value: '', label: '–' },
            ...others.map(({ id, name, version }) => ({ value: id, label: text.name(name, version) })),
          ]}
          onChange={setOtherId}
        />
        {other !== undefined && <DiffView before={planOf(other)} after={planOf(protocol)} />}
      </section>
      <ValuesView plan={planOf(protocol)} />
      {isAsking && <ConfirmDialog protocol={protocol} base={base} onClose={() => setAsking(false)} />}
    </Page>
  );
}

/** The difference stands before the question: what is confirmed is what was read. */
function ConfirmDialog(props: { protocol: Protocol; base: Protocol | undefined; onClose(): void }) {
  const { protocol, base, onClose } = props;
  const me = useMe();
  const queryClient = useQueryClient();
  const confirming = useMutation({
    mutationFn: () => confirmProtocol(protocol.id, me.epoch),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['protocols'] });
      onClose();
    },
  });
  return (
    <Dialog title={text.confirmTitle} onClose={onClose}>
      <p>{text.confirmAsk(text.name(protocol.name, protocol.version))}</p>
      {base === undefined ? (
        <p className={page.note}>{text.noBase}</p>
      ) : (
        <>
          <h3 className={page.subtitle}>{text.showDiff(text.name(base.name, base.version))}</h3>
          <DiffView before={planOf(base)} after={planOf(protocol)} />
        </>
      )}
      <p className={page.against}>{text.against}</p>
      {confirming.error !== null && <Sentence>{sentenceOf(confirming.error)}</Sentence>}
      <Actions>
        <Button onClick={onClose}>{text.cancel}</Button>
        <Button look="main" disabled={confirming.isPending} onClick={() => confirming.mutate()}>
          {text.confirmYes}
        </Button>
      </Actions>
    </Dialog>
  );
}
