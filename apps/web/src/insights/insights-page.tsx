import type { InsightsReply } from '@tandem/wire';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useNow } from '../data/clock.ts';
import { sentenceOf } from '../data/failure.ts';
import { useMay, useMe } from '../data/me.ts';
import { protocolsQuery } from '../data/queries.ts';
import { dayOf } from '../data/zone.ts';
import { AsOf } from '../ui/as-of.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { GreyRows } from '../ui/grey-rows.tsx';
import { Nothing, Page, Sentence } from '../ui/page.tsx';
import { useSettled } from '../ui/use-settled.ts';
import { insightWords as text } from '../words/insight-words.ts';
import { words } from '../words.ts';
import type { Behind } from './behind.ts';
import { BehindDialog } from './behind-dialog.tsx';
import { GapList } from './gap-list.tsx';
import { insightsQuery } from './insight-calls.ts';
import classes from './insights.module.css';
import { Changes, Events, Numbers } from './numbers.tsx';
import { RisePicture } from './rise-picture.tsx';

/** What this says, for another language to be laid over. */
export const english = { insights: text };

const DAY_MS = 86_400_000;
const SLOW_MS = 1_000;
const periods = ['30', '90', '365', 'all'] as const;
type Period = (typeof periods)[number];
const ANY = '';

/** How all sessions went, in numbers that say what they are of and open what is behind them. */
export function InsightsPage() {
  const { clinic } = useMe();
  const may = useMay();
  const today = useNow(DAY_MS);
  const [period, setPeriod] = useState<Period>('90');
  const [protocolId, setProtocol] = useState(ANY);
  const [behind, setBehind] = useState<Behind | null>(null);
  const protocols = useQuery(protocolsQuery);
  const from = period === 'all' ? undefined : dayOf(today - Number(period) * DAY_MS, clinic.timeZone);
  const insights = useQuery({
    ...insightsQuery({
      ...(from === undefined ? {} : { from }),
      ...(protocolId === ANY ? {} : { protocolId }),
    }),
    placeholderData: keepPreviousData,
  });
  useEffect(() => {
    document.title = `${text.title} · ${words.product}`;
    return () => {
      document.title = words.product;
    };
  }, []);
  const found = insights.data;
  const slow = useSettled(insights.isLoading, SLOW_MS) && insights.isLoading;
  return (
    <Page
      title={text.title}
      beside={found === undefined ? undefined : text.beside(found.sessions)}
      actions={
        <>
          {found !== undefined && (
            <AsOf
              answeredMs={insights.dataUpdatedAt}
              asksItself={false}
              refresh={() => void insights.refetch()}
            />
          )}
          {may('break-glass.review') && (
            <Link to="/openings" className={buttonClass()}>
              {text.openings}
            </Link>
          )}
        </>
      }
    >
      <div className={classes.filters}>
        <Choice
          label={text.period}
          value={period}
          options={periods.map((value) => ({ value, label: text.periods[value] }))}
          onChange={setPeriod}
        />
        <Choice
          label={text.protocol}
          value={protocolId}
          options={[
            { value: ANY, label: text.anyProtocol },
            ...(protocols.data?.items ?? []).map(({ id, name, version }) => ({
              value: id,
              label: `${name} v${version}`,
            })),
          ]}
          onChange={setProtocol}
        />
      </div>
      {insights.error !== null && (
        <Sentence>
          {text.failed} {sentenceOf(insights.error)}{' '}
          <Button small onClick={() => void insights.refetch()}>
            {words.failed.again}
          </Button>
        </Sentence>
      )}
      {insights.isLoading && (
        <>
          {slow && (
            <p role="status" className={classes.reading}>
              {text.reading}
            </p>
          )}
          <GreyRows count={4} height={120} />
        </>
      )}
      {found !== undefined &&
        (found.sessions === 0 ? (
          <Nothing>{text.none}</Nothing>
        ) : (
          <Found found={found} waiting={insights.isPlaceholderData} open={setBehind} />
        ))}
      {behind !== null && found !== undefined && (
        <BehindDialog behind={behind} named={found.named} onClose={() => setBehind(null)} />
      )}
    </Page>
  );
}

function Found(props: {
  readonly found: InsightsReply;
  /** These are of what was chosen before; others are on their way. */
  readonly waiting: boolean;
  open(behind: Behind): void;
}) {
  const { found, waiting, open } = props;
  return (
    <div className={classes.page} data-waiting={waiting || undefined}>
      <RisePicture rise={found.rise} open={open} />
      <Numbers found={found} open={open} />
      <Events events={found.events} open={open} />
      <GapList gaps={found.gaps} open={open} />
      <Changes changes={found.changes} />
    </div>
  );
}
