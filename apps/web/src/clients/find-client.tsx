import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { Patient } from '@tandem/wire';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { sentenceOf } from '../data/failure.ts';
import { useRecentClients } from '../data/recent-clients.ts';
import { Button } from '../ui/button.tsx';
import { findClients } from '../ui/client-match.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Nothing, Sentence } from '../ui/page.tsx';
import { words } from '../words/list-pages.ts';
import { patientsQuery } from './client-calls.ts';
import classes from './find-client.module.css';
import { FoundClient } from './found-client.tsx';

const text = words.findClient;
const SHOWN = 8;

/** Name, MRN or birth date, arrows and Enter; the page of whom was chosen opens. */
export function FindClient({ onClose }: { readonly onClose: () => void }) {
  const navigate = useNavigate();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [moved, setMoved] = useState<number | null>(null);
  const [recent] = useRecentClients();
  const clients = useQuery(patientsQuery);
  const list = useRef<HTMLDivElement>(null);
  const all = clients.data?.items ?? [];
  const found = findClients(all, typed, recent);
  const shown = found.slice(0, SHOWN);
  // Enter on nothing typed opens whom one had open last, and never just the first of everyone.
  const at = moved ?? (typed.trim() !== '' || recent.length > 0 ? 0 : -1);
  const chosen = shown[at];

  function choose(patient: Patient): void {
    onClose();
    void navigate({ to: '/clients/$clientId', params: { clientId: patient.id } });
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = Math.min(shown.length - 1, Math.max(0, at + step));
      setMoved(next);
      list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
    }
    if (event.key === 'Enter' && chosen !== undefined) {
      event.preventDefault();
      choose(chosen);
    }
  }

  const optionId = (index: number) => `${listId}-${index}`;
  return (
    <Dialog title={text.button} onClose={onClose}>
      <TextInput
        autoFocus
        aria-label={text.label}
        placeholder={text.label}
        leftSection={<IconSearch size={18} stroke={1.8} aria-hidden />}
        autoComplete="off"
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={listId}
        aria-activedescendant={chosen === undefined ? undefined : optionId(at)}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setMoved(null);
        }}
        onKeyDown={onKeyDown}
      />
      <p className={classes.said} role="status">
        {typed.trim() !== '' && sameNameWords(shown)}
        {found.length > SHOWN && ` ${text.more(found.length - SHOWN)}`}
      </p>
      <div className={classes.results}>
        {clients.error !== null && clients.data === undefined && (
          <Sentence>
            {sentenceOf(clients.error)}{' '}
            <Button small onClick={() => void clients.refetch()}>
              {words.failed.again}
            </Button>
          </Sentence>
        )}
        {clients.data !== undefined && shown.length === 0 && (
          <Nothing>{typed.trim() === '' ? text.empty : text.none(typed.trim())}</Nothing>
        )}
        <div ref={list} id={listId} role="listbox" aria-label={text.all}>
          {shown.map((patient, index) => (
            <FoundClient
              key={patient.id}
              id={optionId(index)}
              patient={patient}
              recent={recent.includes(patient.id)}
              selected={index === at}
              onChoose={() => choose(patient)}
            />
          ))}
        </div>
      </div>
    </Dialog>
  );
}

/** Said as soon as two of those shown can be mixed up by their family name. */
function sameNameWords(shown: readonly Patient[]): string {
  const names = shown.map(({ familyName }) => familyName.toLocaleUpperCase());
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  return twice === undefined ? '' : text.sameName(names.filter((name) => name === twice).length, twice);
}
