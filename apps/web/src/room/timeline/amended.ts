import type { Entry, Item } from '@tandem/domain';
import { clockOf } from '../../data/zone.ts';
import { words } from '../../words/in-room.ts';
import { versionsBefore } from '../log/log-rows.ts';

const text = words.chart;

/**
 * "amended 10:23, was 164/90, mistyped", oldest first: one for each amendment that changed the time or what a mark
 * shows. `piecesOf` says what it shows, so that a lane tells nothing of a sign that another lane shows.
 */
export function amendedWords(
  item: Item,
  piecesOf: (data: unknown) => readonly string[],
  zone: string,
): string[] {
  const amendments = item.amendments.filter(({ data }) => data !== null);
  const versions = [...versionsBefore(item), { data: item.data, happenedAt: item.happenedAt }];
  return amendments.flatMap((amendment, at) => {
    const [before, after] = [versions[at], versions[at + 1]];
    if (before === undefined || after === undefined) return [];
    const [was, now] = [piecesOf(before.data), piecesOf(after.data)];
    const gone = was.filter((piece) => !now.includes(piece));
    if (gone.length === 0 && now.some((piece) => !was.includes(piece))) gone.push(text.nothing);
    if (before.happenedAt !== after.happenedAt)
      gone.push(text.at(clockOf(Date.parse(before.happenedAt), zone)));
    if (gone.length === 0) return [];
    const clock = clockOf(Date.parse(amendment.recordedAt), zone);
    return [text.amended(clock, gone.join(', '), reasonOf(amendment))];
  });
}

function reasonOf({ data }: Entry): string {
  return (data as { reason?: string } | null)?.reason ?? '';
}

/** What a mark says when it is pointed at: "10:22 Blood pressure 146/90, amended 10:23, was 164/90, mistyped". */
export function markTitle(
  mark: { readonly atMs: number; readonly amended: string | null; readonly pending: boolean },
  what: string,
  zone: string,
): string {
  const more = [mark.amended, mark.pending ? text.kept : null].filter((part) => part !== null);
  return [`${clockOf(mark.atMs, zone)} ${what}`, ...more].join(', ');
}
