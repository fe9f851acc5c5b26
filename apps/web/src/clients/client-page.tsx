import { may } from '@tandem/domain';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { refusedAs } from '../data/api.ts';
import { sentenceOf } from '../data/failure.ts';
import { useMay, useMe } from '../data/me.ts';
import { PAGES_ASKED_AGAIN, sessionPages } from '../data/queries.ts';
import { useRecentClients } from '../data/recent-clients.ts';
import { AsOf } from '../ui/as-of.tsx';
import { Button } from '../ui/button.tsx';
import { FindClientButton } from '../ui/find-client.tsx';
import { GreyRows } from '../ui/grey-rows.tsx';
import { Sentence } from '../ui/page.tsx';
import { useScreenQuery } from '../ui/use-screen-query.ts';
import { words } from '../words/list-pages.ts';
import classes from './client.module.css';
import { patientQuery } from './client-calls.ts';
import { ClientFacts } from './client-facts.tsx';
import { ClientHeader } from './client-header.tsx';
import { Consents } from './consents.tsx';
import { SessionList } from './session-list.tsx';

const text = words.client;
const PAGE_SIZE = 12;
/** As in client.module.css. */
const NARROW = '(max-width: 1100px)';
/** Apart: it brings the measures along, with every question. */
const Scores = lazy(async () => ({ default: (await import('./scores.tsx')).Scores }));

/** One client: who this is, what is known of them, and their sessions beside each other. */
export function ClientPage() {
  const { clientId } = useParams({ from: '/app/clients/$clientId' });
  const patient = useQuery(patientQuery(clientId));
  const may = useMay();
  // One below the other: whom to call is not looked for under a year of sessions.
  const isNarrow = useScreenQuery(NARROW);
  useRemember(patient.data?.id);
  if (patient.data === undefined) {
    const gone = refusedAs(patient.error) === 'not-found';
    return (
      <main className={classes.body}>
        {patient.error !== null && (
          <Sentence>
            {gone ? text.gone : `${text.notLoaded} ${sentenceOf(patient.error)}`}{' '}
            {gone ? <FindClientButton /> : <Again again={patient.refetch} />}
          </Sentence>
        )}
      </main>
    );
  }
  const sessions = <Sessions key={`sessions of ${clientId}`} clientId={clientId} />;
  const known = (
    <div key={`known of ${clientId}`} className={classes.beside}>
      <ClientFacts patient={patient.data} />
      {may('course.read') && (
        <Suspense>
          <Scores clientId={clientId} />
        </Suspense>
      )}
      <Consents clientId={clientId} />
    </div>
  );
  return (
    <>
      <ClientHeader patient={patient.data} />
      <main className={classes.body}>{isNarrow ? [known, sessions] : [sessions, known]}</main>
    </>
  );
}

function Sessions({ clientId }: { clientId: string }) {
  const pages = useInfiniteQuery(sessionPages({ patientId: clientId, limit: PAGE_SIZE }));
  const sessions = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const { role, clinic } = useMe();
  const ofTeamAlone = !may(role, 'session.read', { relation: 'any', teamOnly: clinic.teamOnly });
  return (
    <section className={classes.sessions} aria-labelledby="client-sessions">
      {pages.error !== null && pages.data === undefined && (
        <Sentence>
          {sentenceOf(pages.error)} <Again again={pages.refetch} />
        </Sentence>
      )}
      {pages.isLoading && <GreyRows count={4} height={168} />}
      {pages.data !== undefined && (
        <SessionList
          sessions={sessions}
          ofTeamAlone={ofTeamAlone}
          beside={
            <AsOf
              answeredMs={pages.dataUpdatedAt}
              asksItself={pages.data.pages.length <= PAGES_ASKED_AGAIN}
              refresh={() => void pages.refetch()}
            />
          }
        />
      )}
      {pages.hasNextPage && (
        <div className={classes.more}>
          <Button disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {pages.isFetchingNextPage ? words.past.loadingMore : text.more(PAGE_SIZE)}
          </Button>
        </div>
      )}
    </section>
  );
}

function Again({ again }: { again(): unknown }) {
  return (
    <Button small onClick={() => void again()}>
      {words.failed.again}
    </Button>
  );
}

/** Whose page was opened stands first when a client is looked for next. */
function useRemember(clientId: string | undefined): void {
  const [recent, open] = useRecentClients();
  const latest = recent[0];
  useEffect(() => {
    if (clientId !== undefined && clientId !== latest) open(clientId);
  }, [clientId, latest, open]);
}
