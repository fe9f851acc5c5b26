import type { HandoverSummary } from '@tandem/domain';
import { useNow } from '../../data/clock.ts';
import { handoverWords as text } from '../../words/handover-words.ts';
import { useRoom } from '../room-context.ts';
import classes from './handover.module.css';
import { toldFacts } from './told-facts.ts';

/** What is handed over, the same before it is confirmed and where it is accepted; open notices stand by name. */
export function Told({ summary }: { readonly summary: HandoverSummary }) {
  const { zone, clientName } = useRoom();
  const now = useNow(10_000);
  const { openNotices } = summary;
  return (
    <dl className={classes.facts} aria-label={text.told}>
      <div className={classes.fact}>
        <dt>{text.client}</dt>
        <dd>{clientName}</dd>
      </div>
      {toldFacts(summary, now, zone).map(({ name, value, beside }) => (
        <div key={name} className={classes.fact}>
          <dt>{name}</dt>
          <dd>
            {value} {beside !== '' && <small>{beside}</small>}
          </dd>
        </div>
      ))}
      <div className={classes.fact} data-wide>
        <dt>{text.open}</dt>
        {openNotices.length === 0 && <dd>{text.noneOpen}</dd>}
        {openNotices.map((sentence) => (
          <dd key={sentence}>{sentence}</dd>
        ))}
      </div>
    </dl>
  );
}
