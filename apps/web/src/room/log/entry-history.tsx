import type { Item } from '@tandem/domain';
import { clockOf } from '../../data/zone.ts';
import { viewOf } from '../../entries/registry.tsx';
import { words } from '../../words/in-room.ts';
import classes from './log.module.css';
import { versionsBefore } from './log-rows.ts';

/** Amended, entered in error, recorded late: nothing that was once on the screen disappears without a word. */
export function EntryHistory({ item, zone }: { item: Item; zone: string }) {
  const { entry, amendments, retraction } = item;
  const view = viewOf(entry.kind);
  const clock = (at: string) => clockOf(Date.parse(at), zone);
  const before = item.data === null ? [] : versionsBefore(item);
  return (
    <>
      {before.map((version, at) => {
        const amendment = amendments[at];
        if (amendment === undefined) return null;
        const reason = (amendment.data as { reason: string } | null)?.reason ?? '';
        const next =
          at + 1 < before.length ? before[at + 1] : { data: item.data, happenedAt: item.happenedAt };
        const moved = next !== undefined && next.happenedAt !== version.happenedAt;
        return (
          <p key={amendment.id} className={classes.detail}>
            {words.correct.amended(clock(amendment.recordedAt))} <s>{view.title(version.data)}</s>
            {moved && ` ${words.correct.timeWas(clock(version.happenedAt))}`}, {reason}
          </p>
        );
      })}
      {retraction !== null && (
        <p className={classes.detail}>
          {words.correct.retracted(
            clock(retraction.recordedAt),
            (retraction.data as { reason: string } | null)?.reason ?? '',
          )}
        </p>
      )}
      {entry.context?.lateReason !== undefined && (
        <p className={classes.detail}>
          {words.correct.late(clock(entry.recordedAt), entry.context.lateReason)}
        </p>
      )}
      {entry.context?.offline === true && (
        <p className={classes.detail}>{offlineWords(entry.context.asOf, clock)}</p>
      )}
      {entry.context?.adoptedFrom !== undefined && (
        <p className={classes.detail}>{words.correct.adopted(entry.context.adoptedFrom.name)}</p>
      )}
    </>
  );
}

/** What was on the screen of who recorded it, as far as that is known. */
export function offlineWords(asOf: string | undefined, clock: (at: string) => string): string {
  return asOf === undefined ? words.correct.offline : words.correct.offlineAsOf(clock(asOf));
}
