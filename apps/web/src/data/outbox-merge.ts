import { isOf, type OutboxItem, type OutboxOwner } from './outbox-shelf.ts';

export interface Here {
  /** What this page knows, in its order. */
  readonly list: readonly OutboxItem[];
  /** Whose entries were read from the shelf. */
  readonly owner: OutboxOwner & { readonly epoch: string };
  /** Under way from this page: only its answer settles them. */
  readonly inFlight: ReadonlySet<string>;
  /** Never reached the shelf. */
  readonly pageOnly: ReadonlySet<string>;
}

/**
 * What this page knows, brought together with the shelf that all tabs share. The shelf decides the order: it is the
 * one place that has seen them all.
 */
export function mergeShelf(
  kept: readonly OutboxItem[],
  { list, owner, inFlight, pageOnly }: Here,
): OutboxItem[] {
  const here = new Map(list.map((item) => [item.id, item]));
  const onShelf = new Set(kept.map(({ id }) => id));
  const merged = kept.map((item) => {
    const known = here.get(item.id);
    if (known === undefined) return item.status === 'sending' ? { ...item, status: 'queued' as const } : item;
    return inFlight.has(item.id) || known.status === 'stored' ? known : { ...known, ...saidBy(item) };
  });
  const [done, rest]: [OutboxItem[], OutboxItem[]] = [[], []];
  for (const item of list) {
    if (onShelf.has(item.id)) continue;
    if (!isOf(item.author, owner) || pageOnly.has(item.id) || inFlight.has(item.id)) rest.push(item);
    // Only what is stored leaves the shelf while it can be sent: another tab did, and it is on its way here.
    else if (item.status !== 'refused' && item.epoch === owner.epoch)
      done.push({ ...item, status: 'stored' });
  }
  return [...done, ...merged, ...rest];
}

/** What another tab may have found out about an entry that this page knows too. */
function saidBy({ status, problem, exported }: OutboxItem): Partial<OutboxItem> {
  return { exported, ...(status === 'refused' ? { status, problem } : {}) };
}
