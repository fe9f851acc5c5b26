import { type ReactNode, useRef, useState } from 'react';
import { useMay, useMe } from '../data/me.ts';
import { clockOf, dayOf } from '../data/zone.ts';
import { Button } from '../ui/button.tsx';
import { dayWords } from '../ui/names.ts';
import { words } from '../words/list-pages.ts';
import classes from './client-facts.module.css';

const text = words.client.facts;

export interface FactVersion<Item> {
  readonly revision: number;
  readonly items: readonly Item[];
  readonly at: string;
  readonly by: string | null;
}

/** One list of what is known: as it is now, who wrote it, how to change it, and what stood there before. */
export function FactGroup<Item>(props: {
  readonly title: string;
  readonly none: string;
  /** Newest first; never empty. */
  readonly versions: readonly FactVersion<Item>[];
  /** False: who wrote it is not known yet. */
  readonly isRead: boolean;
  keyOf(item: Item): string;
  show(item: Item): ReactNode;
  form(close: () => void): ReactNode;
}) {
  const { title, versions, isRead } = props;
  const mayWrite = useMay()('patient.write');
  const [isChanging, setChanging] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const [now, ...earlier] = versions;
  if (now === undefined) return null;
  const close = () => {
    setChanging(false);
    // What had the focus is gone with the form.
    setTimeout(() => button.current?.focus(), 0);
  };
  return (
    <section className={classes.group} aria-label={title}>
      <div className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        {mayWrite && isRead && !isChanging && (
          <Button
            ref={button}
            look="quiet"
            small
            aria-label={text.changeOne(title)}
            onClick={() => setChanging(true)}
          >
            {text.change}
          </Button>
        )}
      </div>
      {isChanging ? (
        props.form(close)
      ) : (
        <>
          <Items {...props} items={now.items} />
          {isRead && <WrittenBy version={now} />}
        </>
      )}
      {earlier.length > 0 && (
        <details className={classes.earlier}>
          <summary>{text.earlier(earlier.length)}</summary>
          <ol>
            {earlier.map((version) => (
              <li key={version.revision}>
                <Items {...props} items={version.items} none={text.noneThen} />
                <WrittenBy version={version} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

function Items<Item>(props: {
  readonly items: readonly Item[];
  readonly none: string;
  keyOf(item: Item): string;
  show(item: Item): ReactNode;
}) {
  const { items, none, keyOf, show } = props;
  if (items.length === 0) return <p className={classes.none}>{none}</p>;
  return (
    <ul>
      {items.map((item) => (
        <li key={keyOf(item)}>{show(item)}</li>
      ))}
    </ul>
  );
}

function WrittenBy({ version }: { readonly version: FactVersion<unknown> }) {
  const { timeZone } = useMe().clinic;
  const ms = Date.parse(version.at);
  const when = `${dayWords(dayOf(ms, timeZone))} ${clockOf(ms, timeZone)}`;
  return <p className={classes.by}>{text.by(version.by ?? text.someone, when)}</p>;
}
