import { statfs } from 'node:fs/promises';
import type { DiskHealth } from '@tandem/wire';
import { within } from '../db/within.ts';

const GB = 1_000_000_000;
/** Clinic policy: a backup of a large clinic and a day of its log find room in it. */
const RED_BYTES = 2 * GB;
const RED_SHARE = 0.1;
/** A network disk that is gone answers nothing at all. */
const WAIT_MS = 2_000;

export type FolderUse = DiskHealth['of'];

interface Space {
  readonly freeBytes: number;
  readonly totalBytes: number;
}

/** @returns whether somebody has to make room */
export function isShortOfRoom({ freeBytes, totalBytes }: Space): boolean {
  return freeBytes < RED_BYTES || freeBytes < totalBytes * RED_SHARE;
}

/** How much room there is where data and backups go. */
export class Disks {
  private readonly asking = new Map<string, Promise<Space>>();

  constructor(
    private readonly folders: Partial<Record<FolderUse, string | null>>,
    private readonly spaceOf: (directory: string) => Promise<Space> = spaceIn,
    private readonly waitMs = WAIT_MS,
  ) {}

  /** In the order in which they were named. */
  look(): Promise<DiskHealth[]> {
    const named = Object.entries(this.folders) as [FolderUse, string | null][];
    return Promise.all(
      named.flatMap(([of, directory]) => (directory === null ? [] : [this.lookAt(of, directory)])),
    );
  }

  private async lookAt(of: FolderUse, directory: string): Promise<DiskHealth> {
    try {
      const space = await within(this.waitMs, this.ask(directory));
      return { of, directory, ...space, red: isShortOfRoom(space) };
    } catch {
      return { of, directory, freeBytes: null, totalBytes: null, red: false };
    }
  }

  /**
   * While a folder has not answered it is not asked again: each question to a disk that is gone holds one of the few
   * threads that all files and names of this process wait for.
   */
  private ask(directory: string): Promise<Space> {
    const known = this.asking.get(directory);
    if (known !== undefined) return known;
    const asked = this.spaceOf(directory).finally(() => this.asking.delete(directory));
    this.asking.set(directory, asked);
    return asked;
  }
}

async function spaceIn(directory: string): Promise<Space> {
  const { bsize, bavail, blocks } = await statfs(directory);
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}
