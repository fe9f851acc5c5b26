import { type Joining, joiningSchema } from '@tandem/wire';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { call } from '../data/api.ts';
import { sentenceOf } from '../data/failure.ts';
import { buttonClass } from '../ui/button.tsx';
import { Sentence } from '../ui/page.tsx';
import { QrCode } from '../ui/qr-code.tsx';
import { setupWords } from '../words/setup-words.ts';
import classes from './setup.module.css';
import { Part } from './setup-part.tsx';

const text = setupWords.tablets;
const joiningQuery = queryOptions({
  queryKey: ['joining'],
  queryFn: () => call({ method: 'GET', path: '/joining', reply: joiningSchema }),
});
/** As much of it as the start prints: enough to tell another one by, and to compare by eye. */
const SHOWN = 23;

/** How another device gets here: a picture to point its camera at, and what it is checked with. */
export function Tablets() {
  const joining = useQuery(joiningQuery);
  return (
    <Part title={text.title}>
      {joining.error !== null && <Sentence>{sentenceOf(joining.error)}</Sentence>}
      {joining.data !== undefined && <Ways lan={joining.data.lan} />}
      <a href="/tablet-check" className={buttonClass()}>
        {text.check}
      </a>
    </Part>
  );
}

function Ways({ lan }: Joining) {
  const { origin, hostname } = window.location;
  if (lan !== null) {
    const [first = '', ...others] = lan.urls;
    return (
      <Way url={first} what={text.join} others={others}>
        <p className={classes.said}>
          {text.fingerprint} <code className={classes.fingerprint}>{lan.fingerprint.slice(0, SHOWN)}…</code>
        </p>
      </Way>
    );
  }
  if (isThisComputer(hostname)) return <p className={classes.said}>{text.alone}</p>;
  return <Way url={`${origin}/tablet-check`} what={text.open} others={[]} />;
}

/** By a name that means another computer on every other one. */
function isThisComputer(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}

function Way(props: {
  readonly url: string;
  readonly what: string;
  readonly others: readonly string[];
  readonly children?: ReactNode;
}) {
  return (
    <div className={classes.join}>
      <QrCode text={props.url} name={text.picture(props.url)} className={classes.qr ?? ''} />
      <div>
        <p className={classes.said}>{props.what}</p>
        <p>
          <strong className={classes.address}>{props.url}</strong>
        </p>
        {props.others.length > 0 && <p className={classes.said}>{text.others(props.others.join(', '))}</p>}
        {props.children}
      </div>
    </div>
  );
}
