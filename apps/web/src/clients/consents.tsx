import type { Consent } from '@tandem/wire';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNow } from '../data/clock.ts';
import { consentsQuery } from '../data/consent-calls.ts';
import { sentenceOf } from '../data/failure.ts';
import { useMay, useMe } from '../data/me.ts';
import { dayOf } from '../data/zone.ts';
import { Button } from '../ui/button.tsx';
import { dayWords } from '../ui/names.ts';
import { Sentence } from '../ui/page.tsx';
import { consentWords as text } from '../words/consent-words.ts';
import { words } from '../words/list-pages.ts';
import { ConsentForm } from './consent-form.tsx';
import { consentState, newestFirst } from './consent-state.ts';
import classes from './consents.module.css';
import { WithdrawDialog } from './withdraw-dialog.tsx';

/** What this client agreed to, and whether it still counts. */
export function Consents({ clientId }: { readonly clientId: string }) {
  const mayWrite = useMay()('patient.write');
  const consents = useQuery(consentsQuery(clientId));
  const [isAdding, setAdding] = useState(false);
  const [withdrawing, setWithdrawing] = useState<Consent | null>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const isDone = useRef(false);
  // What had the focus is gone with the form, or with the row's button: it goes on from here.
  useEffect(() => {
    if (isAdding || withdrawing !== null || !isDone.current) return;
    isDone.current = false;
    addButton.current?.focus();
  }, [isAdding, withdrawing]);
  const done = () => {
    isDone.current = true;
    setAdding(false);
    setWithdrawing(null);
  };
  const { data, error } = consents;
  return (
    <section className={classes.consents} aria-labelledby="client-consents">
      <div className={classes.head}>
        <h2 id="client-consents" className={classes.title}>
          {text.title}
        </h2>
        {mayWrite && !isAdding && (
          <Button small ref={addButton} onClick={() => setAdding(true)}>
            {text.add}
          </Button>
        )}
      </div>
      {isAdding && <ConsentForm clientId={clientId} onClose={done} />}
      {error !== null && (
        <Sentence>
          {text.notLoaded} {sentenceOf(error)}{' '}
          <Button small onClick={() => void consents.refetch()}>
            {words.failed.again}
          </Button>
        </Sentence>
      )}
      {consents.isLoading && <p className={classes.quiet}>{text.loading}</p>}
      {data?.items.length === 0 && <p className={classes.quiet}>{text.none}</p>}
      {data !== undefined && data.items.length > 0 && (
        <ul className={classes.rows}>
          {newestFirst(data.items).map((consent) => (
            <Row
              key={consent.id}
              consent={consent}
              onWithdraw={mayWrite && consent.withdrawnAt === null ? () => setWithdrawing(consent) : null}
            />
          ))}
        </ul>
      )}
      {withdrawing !== null && (
        <WithdrawDialog
          clientId={clientId}
          consent={withdrawing}
          onClose={() => setWithdrawing(null)}
          onDone={done}
        />
      )}
    </section>
  );
}

function Row({ consent, onWithdraw }: { consent: Consent; onWithdraw: (() => void) | null }) {
  const { timeZone } = useMe().clinic;
  const today = dayOf(useNow(60_000), timeZone);
  const { form, version, signedOn } = consent;
  const state = consentState(consent, today, timeZone);
  return (
    <li className={classes.row}>
      <span className={classes.what}>
        <strong>{form}</strong> <span className={classes.quiet}>{text.version(version)}</span>
      </span>
      <span className={classes.state} data-standing={state.standing}>
        {state.words}
      </span>
      <span className={classes.signed}>
        <span className={classes.quiet}>{text.signed(dayWords(signedOn))}</span>
        {onWithdraw !== null && (
          <Button look="quiet" small aria-label={text.withdrawOne(form, version)} onClick={onWithdraw}>
            {text.withdraw}
          </Button>
        )}
      </span>
    </li>
  );
}
