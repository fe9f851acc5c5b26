import { useElementSize } from '@mantine/hooks';
import { Suspense, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { words } from '../../words/in-room.ts';
import { TimelineTable } from '../later-parts.ts';
import { useRoom } from '../room-context.ts';
import { layoutOf } from './lane-layout.ts';
import { laneTable, meaningLanes } from './lanes.ts';
import { Lanes } from './lanes-view.tsx';
import classes from './timeline.module.css';

const text = words.chart;

/** Body, medicine and meaning on one time axis, or the same as a table; `whole` is a phone's with all lanes. */
export function Timeline({ whole }: { readonly whole?: boolean }) {
  const { view, zone, me } = useRoom();
  const lanes = me.role === 'therapist' ? meaningLanes : laneTable;
  const [asTable, setAsTable] = useState(false);
  const { ref, width, height } = useElementSize();
  return (
    <section data-timeline className={classes.timeline} aria-label={text.title}>
      <h2 className="visually-hidden">{text.title}</h2>
      <div ref={ref} className={classes.body}>
        {asTable ? (
          <Suspense>
            <TimelineTable state={view.expected} zone={zone} />
          </Suspense>
        ) : (
          width > 0 && height > 0 && <Lanes layout={layoutOf(width, height, lanes, whole)} width={width} />
        )}
      </div>
      <Button look="quiet" small className={classes.switch ?? ''} onClick={() => setAsTable(!asTable)}>
        {asTable ? text.asChart : text.asTable}
      </Button>
    </section>
  );
}
