import { useEffect, useState } from 'react';
import { OtherLanguages } from '../sign-in/other-languages.tsx';
import { playTwoTone, unlockSound } from '../sound/two-tone.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { useColorModeKey, useRootBackground } from '../ui/color-mode.ts';
import { tabletWords as text } from '../words/tablet-words.ts';
import { words } from '../words.ts';
import classes from './tablet.module.css';
import { type CheckId, checkIds, checks, type Outcome } from './tablet-checks.ts';

/** What this says, for another language to be laid over. */
export const english = { tablet: text };

type Found = Partial<Record<CheckId, Outcome>>;

/** The end of a tablet's way to Tandem: seven things that a session relies on, each with its way out (LAN-4). */
export function TabletCheckPage() {
  const [found, setFound] = useState<Found>({ sound: { standing: 'person' } });
  const [round, setRound] = useState(0);
  useColorModeKey();
  useRootBackground();
  useEffect(() => {
    document.title = `${text.page} · ${words.product}`;
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round looks again
  useEffect(() => {
    let over = false;
    for (const [id, find] of Object.entries(checks))
      void find().then((outcome) => {
        if (!over) setFound((before) => ({ ...before, [id]: outcome }));
      });
    return () => {
      over = true;
    };
  }, [round]);
  const hear = (heard: boolean) =>
    setFound((before) => ({ ...before, sound: { standing: heard ? 'well' : 'missing' } }));
  const left = checkIds.filter((id) => found[id]?.standing !== 'well').length;
  const asking = checkIds.some((id) => found[id] === undefined);
  return (
    <main className={classes.page}>
      <header className={classes.header}>
        <h1>{text.page}</h1>
        <p className={classes.intro}>{text.intro}</p>
        <p className={classes.result} role="status" data-ready={left === 0 || undefined}>
          {asking ? text.asking : left === 0 ? text.ready : text.left(left)}
        </p>
      </header>
      <ul className={classes.rows} aria-label={text.page}>
        {checkIds.map((id) => (
          <Row key={id} id={id} outcome={found[id]} onHeard={hear} />
        ))}
      </ul>
      <footer className={classes.footer}>
        <Button onClick={() => setRound((now) => now + 1)}>{text.again}</Button>
        <a className={buttonClass('main')} href="/">
          {text.open}
        </a>
      </footer>
      <OtherLanguages />
    </main>
  );
}

const signs = { well: '✓', missing: '!', person: '…', asking: '' } as const;

function Row(props: {
  readonly id: CheckId;
  readonly outcome: Outcome | undefined;
  onHeard(heard: boolean): void;
}) {
  const { id, outcome, onHeard } = props;
  const look = outcome?.standing ?? 'asking';
  return (
    <li className={classes.row} data-look={look}>
      <span className={classes.sign} aria-hidden="true">
        {signs[look]}
      </span>
      <div>
        <h2>
          {text.checks[id].what} <span className={classes.state}>{text.state[look]}</span>
        </h2>
        {outcome !== undefined && <p>{sentenceOf(id, outcome)}</p>}
        {id === 'sound' && <Sound onHeard={onHeard} />}
      </div>
    </li>
  );
}

function sentenceOf(id: CheckId, { standing, aheadMs }: Outcome): string {
  const said = text.checks[id][standing];
  return typeof said === 'string' ? said : said(text.seconds(aheadMs ?? 0));
}

function Sound({ onHeard }: { onHeard(heard: boolean): void }) {
  const [played, setPlayed] = useState(false);
  return (
    <div className={classes.actions}>
      <Button
        onClick={() => {
          unlockSound();
          playTwoTone();
          setPlayed(true);
        }}
      >
        {text.play}
      </Button>
      {played && (
        <Button look="main" onClick={() => onHeard(true)}>
          {text.heard}
        </Button>
      )}
      {played && (
        <Button look="quiet" onClick={() => onHeard(false)}>
          {text.notHeard}
        </Button>
      )}
    </div>
  );
}
