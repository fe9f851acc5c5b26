import { TextInput } from '@mantine/core';
import { type SessionStatus, sessionStatuses } from '@tandem/domain';
import type { Session, SessionSearch } from '@tandem/wire';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { sentenceOf } from '../data/failure.ts';
import { useMe } from '../data/me.ts';
import { sessionPages } from '../data/queries.ts';
import { clockOf, dayOf } from '../data/zone.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { dayWords, personName } from '../ui/names.ts';
import { Nothing, Page, Sentence } from '../ui/page.tsx';
import table from '../ui/table.module.css';
import { words } from '../words.ts';

const text = words.sessions;
const statusOptions: { value: SessionStatus | 'any'; label: string }[] = [
  { value: 'any', label: text.any },
  ...sessionStatuses.map((value) => ({ value, label: words.status[value] })),
];

export function SessionsPage() {
  const [typed, setTyped] = useState('');
  const [status, setStatus] = useState<SessionStatus | 'any'>('any');
  const q = useDeferredValue(typed.trim());
  const filter: SessionSearch = {
    limit: 50,
    ...(q === '' ? {} : { q }),
    ...(status === 'any' ? {} : { status: [status] }),
  };
  const pages = useInfiniteQuery({ ...sessionPages(filter), placeholderData: keepPreviousData });
  const sessions = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={text.title}>
      <div className={table.filters}>
        <TextInput
          label={text.search}
          placeholder={text.searchHint}
          type="search"
          maxLength={100}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Choice<SessionStatus | 'any'>
          label={text.status}
          value={status}
          options={statusOptions}
          onChange={setStatus}
        />
      </div>
      {pages.error !== null && <Sentence>{sentenceOf(pages.error)}</Sentence>}
      {pages.data !== undefined && sessions.length === 0 && <Nothing>{text.none}</Nothing>}
      {sessions.length > 0 && <SessionTable sessions={sessions} />}
      {pages.hasNextPage && (
        <div className={table.more}>
          <Button disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {text.more}
          </Button>
        </div>
      )}
    </Page>
  );
}

function SessionTable({ sessions }: { sessions: readonly Session[] }) {
  const zone = useMe().clinic.timeZone;
  return (
    <div className={table.frame}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{text.date}</th>
            <th scope="col">{text.client}</th>
            <th scope="col">{text.room}</th>
            <th scope="col">{text.protocol}</th>
            <th scope="col">{text.record}</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => {
            const ms = Date.parse(session.startedAt ?? session.plannedAt);
            const origin = words.origin[session.origin];
            return (
              <tr key={session.id}>
                <td>
                  {dayWords(dayOf(ms, zone))} <small>{clockOf(ms, zone)}</small>
                </td>
                <th scope="row">
                  <Link to="/s/$sessionId" params={{ sessionId: session.id }}>
                    {session.patient === null ? words.board.hiddenClient : personName(session.patient)}
                  </Link>
                </th>
                <td>{session.room?.name ?? ''}</td>
                <td>{session.protocol.name}</td>
                <td>
                  {words.status[session.status]}
                  {origin !== '' && ` · ${origin}`}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
