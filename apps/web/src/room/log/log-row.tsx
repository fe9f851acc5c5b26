import { IconAlertOctagon, IconAlertTriangle, IconDots, IconLock } from '@tabler/icons-react';
import type { Item, NoteCategory, NoticePriority } from '@tandem/domain';
import { memo, useState } from 'react';
import { clockOf } from '../../data/zone.ts';
import { NoteIcon } from '../../entries/note.tsx';
import { viewOf } from '../../entries/registry.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { initials } from '../../ui/names.ts';
import { roleWord, words } from '../../words/in-room.ts';
import { useKeepWords } from '../meaning/use-keep-words.ts';
import { mayAskRemoval, mayCorrect, useRoom } from '../room-context.ts';
import { EntryHistory } from './entry-history.tsx';
import classes from './log.module.css';

/** One entry as it stands, with what it was before beside it. */
export function LogRow(props: Pick<RowProps, 'item' | 'grams' | 'priority' | 'noticed'>) {
  const { item } = props;
  const room = useRoom();
  const correctable = mayCorrect(room, item);
  const removable = mayAskRemoval(room, item);
  const keep = useKeepWords(item);
  return (
    <Row
      {...props}
      zone={room.zone}
      correctable={correctable}
      removable={removable}
      keep={keep}
      setTask={room.setTask}
    />
  );
}

interface RowProps {
  readonly item: Item;
  readonly grams: number | null;
  readonly zone: string;
  readonly correctable: boolean;
  /** One's own that was marked entered in error: its words may go as well. */
  readonly removable: boolean;
  /** Keeps the client's words of this row; null where there are none, or they are kept. */
  readonly keep: (() => void) | null;
  /** Of the notice that this entry raised, with what stands about it in words. */
  readonly priority?: NoticePriority;
  readonly noticed?: string;
  readonly setTask: ReturnType<typeof useRoom>['setTask'];
}

/** Memoised: a session of hundreds of rows is drawn once, not with every new entry. */
const Row = memo(function Row({
  item,
  grams,
  zone,
  correctable,
  removable,
  keep,
  priority,
  noticed,
  setTask,
}: RowProps) {
  const { entry } = item;
  const [open, setOpen] = useState(false);
  const withheld = item.data === null;
  const view = viewOf(entry.kind);
  const title = withheld ? words.room[item.redaction ? 'removed' : 'withheld'] : view.title(item.data);
  const detail = withheld ? null : view.detail?.(item.data, { grams, zone });
  const clock = clockOf(Date.parse(item.happenedAt), zone);
  return (
    <article
      className={classes.row}
      data-tone={withheld ? 'withheld' : toneOf(item)}
      data-kind={entry.kind}
      data-entry={entry.id}
      data-priority={priority}
      data-retracted={item.retraction !== null || undefined}
    >
      <time className={classes.time} dateTime={item.happenedAt}>
        {clock}
      </time>
      {priority === undefined ? <RowIcon item={item} /> : <NoticeIcon priority={priority} />}
      <div className={classes.text}>
        <p className={classes.what}>{item.retraction === null ? title : <s>{title}</s>}</p>
        {detail != null && <p className={classes.detail}>{detail}</p>}
        {noticed !== undefined && <p className={classes.detail}>{noticed}</p>}
        <EntryHistory item={item} zone={zone} />
        {open && (correctable || removable || keep !== null) && (
          <div className={classes.actions}>
            {keep !== null && (
              <Button small onClick={keep}>
                {words.meaning.keep}
              </Button>
            )}
            {correctable && view.form !== undefined && (
              <Button small onClick={() => setTask({ type: 'amend', entryId: entry.id, prefill: null })}>
                {words.correct.amend}
              </Button>
            )}
            {(correctable || removable) && (
              <Button small onClick={() => setTask({ type: 'retract', entryId: entry.id })}>
                {removable ? words.correct.remove : words.correct.inError}
              </Button>
            )}
          </div>
        )}
      </div>
      {(correctable || removable || keep !== null) && (
        <IconButton
          className={classes.more ?? ''}
          aria-label={words.correct.more(`${clock} ${title}`)}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <IconDots size={18} aria-hidden />
        </IconButton>
      )}
      <abbr className={classes.author} title={`${entry.author.name}, ${roleWord(entry.author.role)}`}>
        {initials(entry.author.name)}
      </abbr>
    </article>
  );
});

/** The client's own words stand in italics, between their marks. */
function toneOf({ entry, data }: Item): string {
  const spoken = entry.kind === 'note' && (data as { category: NoteCategory }).category === 'words';
  return spoken ? 'spoken' : viewOf(entry.kind).tone;
}

function NoticeIcon({ priority }: { priority: NoticePriority }) {
  const Icon = priority === 'high' ? IconAlertOctagon : IconAlertTriangle;
  return (
    <Icon
      size={17}
      stroke={1.8}
      aria-label={words.notices.priorities[priority]}
      className={classes.icon ?? ''}
    />
  );
}

function RowIcon({ item }: { item: Item }) {
  const look = { size: 17, stroke: 1.6, 'aria-hidden': true, className: classes.icon ?? '' };
  if (item.data === null) return <IconLock {...look} />;
  if (item.entry.kind === 'note') {
    return <NoteIcon {...look} category={(item.data as { category: NoteCategory }).category} />;
  }
  const { icon: Icon } = viewOf(item.entry.kind);
  return <Icon {...look} />;
}
