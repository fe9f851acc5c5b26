import { fieldKey, protocolFields, shownValue } from '@tandem/domain';
import type { Protocol } from '@tandem/wire';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sentenceOf } from '../../data/failure.ts';
import { protocolsQuery } from '../../data/queries.ts';
import { Button } from '../../ui/button.tsx';
import { GreyRows } from '../../ui/grey-rows.tsx';
import { Nothing, Page, Sentence } from '../../ui/page.tsx';
import { protocolWords as text } from '../../words/protocol-words.ts';
import { words } from '../../words.ts';
import classes from './protocols.module.css';
import { byName, planOf, VersionState } from './version-state.tsx';

/** What this says, for another language to be laid over. */
export const english = { protocols: text };

/** Per name the newest version with what it is known by; older ones behind a line. */
export function ProtocolsPage() {
  const protocols = useQuery(protocolsQuery);
  const names = byName(protocols.data?.items ?? []);
  return (
    <Page title={text.title}>
      <p className={classes.intro}>{text.intro}</p>
      {protocols.error !== null && protocols.data === undefined && (
        <Sentence>
          {text.notLoaded} {sentenceOf(protocols.error)}{' '}
          <Button small onClick={() => void protocols.refetch()}>
            {words.failed.again}
          </Button>
        </Sentence>
      )}
      {protocols.isLoading && <GreyRows count={5} height={64} />}
      {protocols.data !== undefined && names.length === 0 && <Nothing>{text.none}</Nothing>}
      <ul className={classes.names}>
        {names.map(([newest, ...older]) => (
          <li key={newest.name} className={classes.card}>
            <Version protocol={newest} />
            {older.length > 0 && (
              <details className={classes.older}>
                <summary>{text.older(older.length)}</summary>
                <ul>
                  {older.map((protocol) => (
                    <li key={protocol.id}>
                      <Link to="/setup/protocols/$protocolId" params={{ protocolId: protocol.id }}>
                        {text.version(protocol.version)}
                      </Link>{' '}
                      <VersionState protocol={protocol} />
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </Page>
  );
}

function Version({ protocol }: { protocol: Protocol }) {
  const said = (key: string) => {
    const field = protocolFields.find((one) => fieldKey(one) === key);
    return field === undefined ? '' : shownValue(field, planOf(protocol)).words;
  };
  const { ceilingMg, ceilingMgPerKg } = planOf(protocol);
  const ceilings = [
    ...(ceilingMg === undefined ? [] : [said('ceilingMg')]),
    ...(ceilingMgPerKg === undefined ? [] : [said('ceilingMgPerKg')]),
  ];
  const facts = [
    [text.columns.drug, `${said('drug')} ${said('route').split(',')[0]}`],
    [text.columns.ceiling, ceilings.length === 0 ? said('ceilingMg') : ceilings.join(', ')],
    [text.columns.interval, said('minimumIntervalMinutes')],
    [text.columns.observation, said('observationMinutes')],
  ] as const;
  return (
    <div className={classes.version}>
      <div className={classes.head}>
        <Link
          to="/setup/protocols/$protocolId"
          params={{ protocolId: protocol.id }}
          className={classes.name ?? ''}
        >
          {protocol.name} <small>{text.version(protocol.version)}</small>
        </Link>
        <VersionState protocol={protocol} />
      </div>
      <dl className={classes.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="figures">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
