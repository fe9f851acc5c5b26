import { IconAlertOctagon, IconAlertTriangle, IconDots, IconLock } from '@tabler/icons-react';
import type { Item, NoteCategory, NoticePriority } from '@tandem/domain';
import { memo, useState } from 'react';
import { clockOf } from '../../data/zone.ts';
import { NoteIcon } from '../../entries/note.tsx';
import { viewOf } from '../../entries/registry.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { initials } from '../../ui/names.ts';
import { roleWord, words } from '../../words/in-room.ts';
import { isSpoken } from '../meaning/use-keep-words.ts';
import { mayAskRemoval, mayCorrect, type Room } from '../room-context.ts';
import { EntryHistory } from './entry-history.tsx';
import classes from './log.module.css';

/** What a row knows of its room; the same object until one of these changes, which no entry by itself does. */
export type RowRoom = Pick<Room, 'me' | 'status' | 'replay' | 'zone' | 'setTask'> & {
  keepWords(item: Item): void;
  readonly mayKeepWords: boolean;
};

interface RowProps {
  readonly item: Item;
  readonly room: RowRoom;
  readonly grams: number | null;
  /** The client's words of this row are among those to keep. */
  readonly kept: boolean;
  /** Of the notice that this entry raised, with what stands about it in words. */
  readonly priority?: NoticePriority;
  readonly noticed?: string;
}

/**
 * One entry as it stands, with what it was before beside it. Memoised: a session of hundreds of rows is drawn once, not
 * with every new entry.
 */
export const LogRow = memo(function LogRow({ item, room, grams, kept, priority, noticed }: RowProps) {
  const { zone, setTask } = room;
  const correctable = mayCorrect(room, item);
  // One's own that was marked entered in error: its words may go as well.
  const removable = mayAskRemoval(room, item);
  const keep = room.mayKeepWords && !kept && isSpoken(item) ? () => room.keepWords(item) : null;
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
