import { Worker } from 'node:worker_threads';
import { type Content, colours } from './look.ts';

/** A document as plain data, so that it can be handed to a thread. */
export interface PdfPlan {
  readonly definition: Readonly<Record<string, unknown>> & { readonly content: Content };
  /** On every page but the first. */
  readonly header: Content;
  /** On every page, beside "Page 2 of 5". */
  readonly footer: {
    readonly text: string;
    readonly style: Readonly<Record<string, unknown>>;
    readonly margin: readonly number[];
    /** As "Page {page} of {pages}", which it is where nothing is said. */
    readonly pageOf?: string;
  };
  /**
   * Several sheets in one file, each of so many pages: pages are counted per sheet, and the further pages of each carry
   * its own head. Sheets are parted and one from another end up on different desks.
   */
  readonly sheets?: { readonly pages: number; readonly heads: readonly Content[] };
}

/** Of forms that are written on by hand. */
const penColors = { line: colours.ink3, red: colours.notices.high.fill, ink: colours.ink };

const worker = new URL('./render-worker.mjs', import.meta.url);
let last: Promise<unknown> = Promise.resolve();

/**
 * The bytes of a PDF. In a thread of its own: hundreds of entries take seconds, and a server that stood still for them
 * would let every screen fall behind. One at a time, so that several exports do not take a computer from its rooms.
 */
export function render(plan: PdfPlan): Promise<Buffer> {
  const next = last.then(() => inWorker(plan));
  last = next.catch(() => {});
  return next;
}

function inWorker(plan: PdfPlan): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(worker, {
      workerData: { ...plan, lineColor: colours.line, penColors },
      resourceLimits: { maxOldGenerationSizeMb: 512 },
      // Not what the process was started with: loaders of TypeScript have nothing to do here.
      execArgv: [],
    });
    thread.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`the thread that makes PDFs ended with ${code}`)));
  });
}
