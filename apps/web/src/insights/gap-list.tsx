import type { InsightsReply } from '@tandem/wire';
import { insightWords as text } from '../words/insight-words.ts';
import type { Behind } from './behind.ts';
import classes from './insights.module.css';
import { Show } from './numbers.tsx';

const keys = Object.keys(text.gapNames) as (keyof typeof text.gapNames)[];

/** What is missing from records and what waits, each with its sessions. */
export function GapList(props: { readonly gaps: InsightsReply['gaps']; open(behind: Behind): void }) {
  return (
    <section className={classes.card} aria-label={text.gaps}>
      <h2>{text.gaps}</h2>
      <ul className={classes.gaps}>
        {keys.map((key) => {
          const { ids, all } = props.gaps[key];
          const name = text.gapNames[key];
          return (
            <li key={key}>
              <span>{name}</span>
              {all === 0 ? <b>0</b> : <Show all={all} open={() => props.open({ name, ids, all })} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
