import { isReviewOverdue } from '@tandem/domain';
import type { Opening } from '@tandem/wire';
import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { serverNowMs, useNow } from '../data/clock.ts';
import { sentenceOf } from '../data/failure.ts';
import { useMay, useMe } from '../data/me.ts';
import { clockOf, dayOf } from '../data/zone.ts';
import { Button } from '../ui/button.tsx';
import { dayWords } from '../ui/names.ts';
import { Badge, Nothing, Page, Sentence } from '../ui/page.tsx';
import list from '../ui/row-list.module.css';
import { openingsWords as text } from '../words/openings-words.ts';
import { roleWord } from '../words.ts';
import classes from './break-glass.module.css';
import { openingsQuery } from './break-glass-calls.ts';
import { ReviewForm } from './review-form.tsx';

/** What this says, for another language to be laid over. */
export const english = { openings: text };

/** Who opened a session without being on its team: a lead looks at each. */
export function OpeningsPage() {
  const may = useMay();
  const openings = useQuery({ ...openingsQuery, enabled: may('break-glass.review') });
  if (!may('break-glass.review')) return <Navigate to="/" />;
  return (
    <Page title={text.page} narrow>
      <p className={classes.intro}>{text.pageIntro}</p>
      {openings.error !== null && (
        <>
          <Sentence>{sentenceOf(openings.error)}</Sentence>
          <Button onClick={() => void openings.refetch()}>{text.again}</Button>
        </>
      )}
      {openings.data?.items.length === 0 && <Nothing>{text.nothing}</Nothing>}
      {openings.data !== undefined && openings.data.items.length > 0 && (
        <ul className={list.rows}>
          {openings.data.items.map((opening) => (
            <OpeningRow key={opening.id} opening={opening} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function OpeningRow({ opening }: { readonly opening: Opening }) {
  const { person, clinic } = useMe();
  const [reviews, setReviews] = useState(false);
  const now = useNow(30_000);
  const zone = clinic.timeZone;
  const when = (at: string) => {
    const ms = Date.parse(at);
    return `${dayWords(dayOf(ms, zone))} ${clockOf(ms, zone)}`;
  };
  const { by, role, clientName, roomName, sessionAt, reason, openedAt, endsAt, word } = opening;
  const waits = opening.reviewedAt === null;
  return (
    <li className={list.row}>
      <span className={list.what}>
        <strong>{text.row(by, roleWord(role))}</strong>{' '}
        {Date.parse(endsAt) > now && <Badge>{text.running}</Badge>}
        <small>{text.because(reason)}</small>
        <small>{text.of(clientName ?? text.clientLater, roomName ?? text.noRoom, when(sessionAt))}</small>
        <small>{text.opened(when(openedAt), clockOf(Date.parse(endsAt), zone))}</small>
        <small className={list.state}>{stateOf(opening, when)}</small>
        {word !== null && <small>{text.because(word)}</small>}
        {waits && opening.byId === person.id && <small>{text.own}</small>}
      </span>
      {waits && opening.byId !== person.id && !reviews && (
        <span className={list.doing}>
          <Button aria-label={text.reviewOf(by)} onClick={() => setReviews(true)}>
            {text.review}
          </Button>
        </span>
      )}
      {reviews && waits && <ReviewForm opening={opening} onClose={() => setReviews(false)} />}
    </li>
  );
}

function stateOf(opening: Opening, when: (at: string) => string): string {
  const { reviewedAt, reviewedBy } = opening;
  if (reviewedAt !== null) return text.reviewedBy(reviewedBy ?? '', when(reviewedAt));
  return isReviewOverdue(opening, serverNowMs()) ? text.waitsLong : text.waits;
}
