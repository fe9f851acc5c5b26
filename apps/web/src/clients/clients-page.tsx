import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { sentenceOf } from '../data/failure.ts';
import { useMay } from '../data/me.ts';
import { KeyCaps } from '../keys/key-caps.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { byName, matchesClient } from '../ui/client-match.ts';
import { FindClientButton } from '../ui/find-client.tsx';
import { GreyRows } from '../ui/grey-rows.tsx';
import { ListKeyHints } from '../ui/key-hints.tsx';
import { Nothing, Page, Sentence } from '../ui/page.tsx';
import table from '../ui/table.module.css';
import { useListKeys } from '../ui/use-list-keys.ts';
import { words } from '../words/list-pages.ts';
import { patientsQuery } from './client-calls.ts';
import { ClientTable } from './client-table.tsx';
import classes from './clients.module.css';

const text = words.clients;

export function ClientsPage() {
  const may = useMay();
  const patients = useQuery(patientsQuery);
  const [find, setFind] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const keys = useListKeys(list, field);
  const all = patients.data?.items ?? [];
  const shown = all.filter((patient) => matchesClient(patient, find)).toSorted(byName);
  return (
    <Page
      title={text.title}
      beside={patients.data === undefined ? undefined : all.length}
      actions={
        <>
          <FindClientButton />
          {may('patient.write') && (
            <>
              <Link to="/clients/import" className={buttonClass()}>
                {text.importFile}
              </Link>
              <Link to="/clients/new" className={buttonClass('main')}>
                {text.add}
              </Link>
            </>
          )}
        </>
      }
    >
      <TextInput
        ref={field}
        className={table.search}
        type="search"
        aria-label={text.find}
        placeholder={words.findClient.label}
        autoComplete="off"
        leftSection={<IconSearch size={18} stroke={1.8} aria-hidden />}
        rightSection={keys.on && find === '' ? <KeyCaps id="filter" /> : undefined}
        value={find}
        onChange={(event) => setFind(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          // It leaves the field. Of itself the browser would empty a field for searching as well.
          event.preventDefault();
          event.currentTarget.blur();
        }}
      />
      {patients.error !== null && patients.data === undefined && (
        <Sentence>
          {sentenceOf(patients.error)}{' '}
          <Button small onClick={() => void patients.refetch()}>
            {words.failed.again}
          </Button>
        </Sentence>
      )}
      {patients.isLoading && <GreyRows count={10} height={53} />}
      {patients.data !== undefined && shown.length === 0 && (
        <Nothing>{find.trim() === '' ? text.none : text.noMatch(find.trim())}</Nothing>
      )}
      <div ref={list}>
        {shown.length > 0 && <ClientTable patients={shown} mayPlan={may('session.plan')} />}
      </div>
      {shown.length > 0 && (
        <footer className={classes.foot}>
          <ListKeyHints keys={keys} />
        </footer>
      )}
    </Page>
  );
}
