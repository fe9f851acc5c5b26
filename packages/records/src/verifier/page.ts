/// <reference lib="dom" />
import type { Digest } from './digest.ts';
import { type PublishedHead, readHeads } from './published-heads.ts';
import { verifyBundle } from './verify-bundle.ts';
import { verdictLines } from './words.ts';

/** The page's own script: everything stays in this browser, and its policy lets it connect to nothing. */
const byId = (id: string) => document.getElementById(id) as HTMLElement;
const digest: Digest = async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

let bundle: { readonly name: string; readonly value: unknown } | null = null;
let heads: PublishedHead[] = [];

async function take(files: Iterable<File>): Promise<void> {
  for (const file of files) {
    const text = await file.text();
    const value = parsed(text);
    if (value !== undefined && isBundle(value)) {
      bundle = { name: file.name, value };
      continue;
    }
    const read = readHeads(text);
    if (read.heads.length > 0) heads = read.heads;
    else bundle = { name: file.name, value: value ?? null };
  }
  await show();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isBundle = (value: unknown) =>
  typeof value === 'object' && value !== null && (value as { format?: unknown }).format === 'tandem-session';

async function show(): Promise<void> {
  const known = byId('heads');
  known.textContent =
    heads.length === 0 ? '' : `${heads.length} published heads are here to be held against it.`;
  if (bundle === null) return;
  const verdict = await verifyBundle(bundle.value, digest, heads);
  const result = byId('result');
  result.hidden = false;
  result.dataset.holds = String(verdict.holds);
  byId('file').textContent = bundle.name;
  byId('lines').replaceChildren(
    ...verdictLines(verdict).map((line) => {
      const item = document.createElement('li');
      item.textContent = line;
      return item;
    }),
  );
}

const picker = byId('picker') as HTMLInputElement;
picker.addEventListener('change', () => void take(picker.files ?? []));
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  void take(event.dataTransfer?.files ?? []);
});
