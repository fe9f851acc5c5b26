/**
 * A persistent list: appending or replacing returns a new list and leaves the old one as it was, copying one
 * chunk only. States of a session share almost everything, so a save costs the same in a session of 100 and
 * of 100,000 entries, and the writer can drop a refused change by forgetting it.
 */
const CHUNK = 256;

export class SeqList<T> implements Iterable<T> {
  private constructor(
    private readonly chunks: readonly (readonly T[])[],
    readonly length: number,
  ) {}

  static empty<T>(): SeqList<T> {
    return new SeqList<T>([], 0);
  }

  /** @returns the item at `index` from 0, or undefined outside */
  at(index: number): T | undefined {
    if (index < 0 || index >= this.length) return undefined;
    return this.chunks[Math.floor(index / CHUNK)]?.[index % CHUNK];
  }

  append(item: T): SeqList<T> {
    const full = this.length % CHUNK === 0;
    const last = full ? [item] : [...(this.chunks[this.chunks.length - 1] as readonly T[]), item];
    const before = full ? this.chunks : this.chunks.slice(0, -1);
    return new SeqList([...before, last], this.length + 1);
  }

  /** @throws RangeError outside the list */
  replace(index: number, item: T): SeqList<T> {
    if (index < 0 || index >= this.length)
      throw new RangeError(`no item ${index} in a list of ${this.length}`);
    const at = Math.floor(index / CHUNK);
    const chunk = (this.chunks[at] as readonly T[]).with(index % CHUNK, item);
    return new SeqList(this.chunks.with(at, chunk), this.length);
  }

  *[Symbol.iterator](): Iterator<T> {
    for (const chunk of this.chunks) yield* chunk;
  }

  /** From the end to the start: "the latest one that ..." without walking the whole session. */
  *backwards(): Iterable<T> {
    for (let at = this.length - 1; at >= 0; at -= 1) yield this.at(at) as T;
  }

  toJSON(): T[] {
    return [...this];
  }
}

/** A branch for each value of a hex digit of the id, read from its end; below the last of {@link DEPTH} the ids. */
type Branch = readonly (Branch | undefined)[] | ReadonlyMap<string, number>;
const DEPTH = 4;

/**
 * Persistent map from UUID to position, a tree by the last four hex digits (the first ones of a time-ordered id are
 * all alike); same reason as above: one more id copies four times sixteen places and the few ids of one leaf.
 */
export class IdIndex {
  private constructor(private readonly root: Branch) {}

  static readonly empty = new IdIndex([]);

  get(id: string): number | undefined {
    let branch: Branch | undefined = this.root;
    for (let depth = 1; branch !== undefined && !isLeaf(branch); depth += 1)
      branch = branch[digit(id, depth)];
    return branch?.get(id);
  }

  with(id: string, position: number): IdIndex {
    return new IdIndex(grown(this.root, id, position, 1));
  }
}

const isLeaf = (branch: Branch): branch is ReadonlyMap<string, number> => branch instanceof Map;

function grown(branch: Branch | undefined, id: string, position: number, depth: number): Branch {
  if (depth > DEPTH) {
    const ids = branch !== undefined && isLeaf(branch) ? branch : [];
    return new Map(ids as Iterable<[string, number]>).set(id, position);
  }
  const copy = branch === undefined || isLeaf(branch) ? [] : branch.slice();
  const at = digit(id, depth);
  copy[at] = grown(copy[at], id, position, depth + 1);
  return copy;
}

/** The hex digit `fromEnd` places from the end of the id; 0 for what is none. */
function digit(id: string, fromEnd: number): number {
  const value = Number.parseInt(id.charAt(id.length - fromEnd), 16);
  return Number.isNaN(value) ? 0 : value;
}
