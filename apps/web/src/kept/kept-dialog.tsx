import { serverNowMs } from '../data/clock.ts';
import { outbox } from '../data/live.ts';
import { useKeeping, useOutboxItems } from '../data/live-hooks.ts';
import { useMe } from '../data/me.ts';
import type { OutboxItem } from '../data/outbox-shelf.ts';
import { clockOf } from '../data/zone.ts';
import { viewOf } from '../entries/registry.tsx';
import { Button } from '../ui/button.tsx';
import { Actions, Dialog } from '../ui/dialog.tsx';
import { download } from '../ui/download.ts';
import { Sentence } from '../ui/page.tsx';
import { keptWords } from '../words/kept-words.ts';
import { roleWord } from '../words.ts';
import { keptFile } from './export-file.ts';
import classes from './kept-dialog.module.css';
import { OthersWaiting } from './others-waiting.tsx';

const text = keptWords;
/** What this says, for another language to be laid over. */
export const english = { kept: keptWords };

/** What waits on this device: one's own with the way out of each, and how much of others. */
export function KeptDialog({ onClose }: { onClose(): void }) {
  const items = useOutboxItems().filter(({ status }) => status !== 'stored');
  const { pageOnly, cleared } = useKeeping();
  const me = useMe();

  function exportAll(): void {
    const { name, text: content } = keptFile(items, serverNowMs());
    download(name, new Blob([content], { type: 'application/json' }));
    void outbox.exported(items.map(({ id }) => id));
  }

  return (
    <Dialog title={text.title} onClose={onClose}>
      {cleared !== null && <Sentence>{text.cleared}</Sentence>}
      {cleared?.gone.map(({ personId, name, count }) => (
        <Sentence key={personId}>{text.gone(count, name)}</Sentence>
      ))}
      {pageOnly > 0 && <Sentence>{text.pageOnly(pageOnly)}</Sentence>}
      <h3 className={classes.head}>{text.own}</h3>
      {items.length === 0 ? (
        <p className={classes.hint}>{text.nothing}</p>
      ) : (
        <>
          {items.some(({ epoch }) => epoch === me.epoch) && <p className={classes.hint}>{text.goes}</p>}
          <ul className={classes.list}>
            {items.map((item) => (
              <Row key={item.id} item={item} />
            ))}
          </ul>
          <p className={classes.hint}>{text.exportHint}</p>
        </>
      )}
      <OthersWaiting />
      <Actions>
        {items.length > 0 && <Button onClick={exportAll}>{text.export}</Button>}
        <Button onClick={onClose}>{text.close}</Button>
      </Actions>
    </Dialog>
  );
}

function Row({ item }: { readonly item: OutboxItem }) {
  const me = useMe();
  const { entry, exported } = item;
  const isOld = item.epoch !== me.epoch;
  return (
    <li className={classes.row}>
      <time dateTime={entry.happenedAt}>{clockOf(Date.parse(entry.happenedAt), me.clinic.timeZone)}</time>
      <span className={classes.what}>
        {viewOf(entry.kind).title(entry.data)}
        <small>
          {stateOf(item, me)}
          {exported && ` · ${text.states.exported}`}
        </small>
      </span>
      {isOld && exported && (
        <Button small look="quiet" onClick={() => outbox.discard(item.id)}>
          {text.remove}
        </Button>
      )}
    </li>
  );
}

function stateOf(
  { status, problem, epoch, author }: OutboxItem,
  me: { readonly epoch: string; readonly role: string },
): string {
  if (epoch !== me.epoch) return text.states.otherEpoch;
  if (status === 'refused') return text.states.refused(problem?.title ?? '');
  return author.role === me.role ? text.states.waits : text.states.otherRole(roleWord(author.role));
}
