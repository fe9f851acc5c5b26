import type { Protocol } from '@tandem/wire';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { confirmProtocol } from '../data/calls.ts';
import { sentenceOf } from '../data/failure.ts';
import { useMay, useMe } from '../data/me.ts';
import { peopleQuery, protocolsQuery } from '../data/queries.ts';
import { dayOf } from '../data/zone.ts';
import { Button } from '../ui/button.tsx';
import { dayWords } from '../ui/names.ts';
import { Nothing, Page, Section, Sentence } from '../ui/page.tsx';
import table from '../ui/table.module.css';
import { roleWord, words } from '../words.ts';
import { EstimateChoice } from './estimate-choice.tsx';
import { Rooms } from './rooms.tsx';

const text = words.setup;

export function SetupPage() {
  const may = useMay();
  return (
    <Page title={text.title} narrow>
      {may('protocol.read') && <Protocols />}
      {may('people.read') && <People />}
      {may('board.read') && <Rooms />}
      {may('clinic.write') && <EstimateChoice />}
      <p>{text.notHere}</p>
    </Page>
  );
}

function Protocols() {
  const protocols = useQuery(protocolsQuery);
  const items = protocols.data?.items ?? [];
  return (
    <Section title={text.protocols}>
      {protocols.error !== null && <Sentence>{sentenceOf(protocols.error)}</Sentence>}
      {protocols.data !== undefined && items.length === 0 && <Nothing>{text.none}</Nothing>}
      {items.length > 0 && (
        <div className={table.frame}>
          <table className={table.table}>
            <tbody>
              {items.map((protocol) => (
                <ProtocolRow key={protocol.id} protocol={protocol} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

function ProtocolRow({ protocol }: { protocol: Protocol }) {
  const me = useMe();
  const may = useMay();
  const queryClient = useQueryClient();
  const confirming = useMutation({
    mutationFn: () => confirmProtocol(protocol.id, me.epoch),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['protocols'] }),
  });
  const { confirmedAt, confirmedBy } = protocol;
  return (
    <tr>
      <th scope="row">
        {protocol.name} <small>{text.version(protocol.version)}</small>
      </th>
      <td>
        {confirmedAt === null
          ? text.example
          : text.confirmed(confirmedBy ?? '', dayWords(dayOf(Date.parse(confirmedAt), me.clinic.timeZone)))}
        {confirming.error !== null && <Sentence>{sentenceOf(confirming.error)}</Sentence>}
      </td>
      <td className={table.end}>
        {confirmedAt === null && may('protocol.confirm') && (
          <Button small disabled={confirming.isPending} onClick={() => confirming.mutate()}>
            {text.confirm}
          </Button>
        )}
      </td>
    </tr>
  );
}

function People() {
  const people = useQuery(peopleQuery);
  return (
    <Section title={text.people}>
      <div className={table.frame}>
        <table className={table.table}>
          <tbody>
            {(people.data?.items ?? []).map((person) => (
              <tr key={person.id}>
                <th scope="row">{person.name}</th>
                <td>{person.roles.map(roleWord).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
