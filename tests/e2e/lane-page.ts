import type { Browser, Page } from '@playwright/test';
import { build } from 'esbuild';
import { at } from '../../scripts/lib/paths.mjs';

export type LaneKind = 'recharts' | 'tandem';

/** What each page is made of: React with the chart library alone, or with Tandem's own lane. */
const REACT = `export { createElement } from 'react';
  export { flushSync } from 'react-dom';
  export { createRoot } from 'react-dom/client';`;
const LANES: Readonly<Record<LaneKind, string>> = {
  recharts: `export { CartesianGrid, ComposedChart, Line, XAxis, YAxis } from 'recharts';`,
  tandem: `export { SignLane } from './room/timeline/sign-lane.tsx';`,
};

/** What the bundle leaves on the window: as loose as a page made for one measurement may be. */
type Parts = Record<string, (...given: unknown[]) => never>;

/**
 * A page with one lane of `marks` heart rates and nothing else. `start` adds one more every 100 ms, `count` times: each
 * drawn before the next statement, as an entry of the room is.
 */
export async function openLane(
  browser: Browser,
  kind: LaneKind,
  marks: number,
  everyMs: number,
): Promise<{ readonly page: Page; start(count: number): Promise<void> }> {
  const bundle = await build({
    stdin: { contents: `${REACT}\n${LANES[kind]}`, resolveDir: at('apps/web/src'), loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    outdir: 'lane',
    format: 'iife',
    globalName: 'parts',
    jsx: 'automatic',
    loader: { '.css': 'local-css' },
    define: { 'process.env.NODE_ENV': '"production"', 'import.meta.env': '{}' },
  });
  const script = bundle.outputFiles.find(({ path }) => path.endsWith('.js'))?.text ?? '';
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 1200 } })).newPage();
  await page.addScriptTag({ content: script });
  await page.evaluate(drawLane, { kind, marks, everyMs });
  return {
    page,
    start: (count) =>
      page.evaluate((more) => (window as unknown as { addMore(count: number): void }).addMore(more), count),
  };
}

/** Runs in the page. */
function drawLane({ kind, marks, everyMs }: { kind: LaneKind; marks: number; everyMs: number }): void {
  const { parts } = window as unknown as { parts: Parts };
  const {
    createElement: make,
    flushSync,
    createRoot,
  } = parts as unknown as {
    createElement(of: unknown, props: object, ...inside: unknown[]): unknown;
    flushSync(act: () => void): void;
    createRoot(at: Element): { render(what: unknown): void };
  };
  const [fromMs, everyPoint, width, height] = [0, 20_000, 968, 106];
  const toMs = 100 * 60_000;
  const pointAt = (n: number) => ({
    id: `${n}`,
    atMs: n * everyPoint,
    high: 70 + (n % 11),
    low: null,
    text: '70',
    title: '10:00 Heart rate 70',
    oxygen: null,
    amended: null,
    pending: false,
  });
  const axis = { min: 40, max: 160, ticks: [60, 100, 140], widened: false };
  const frame = { top: 0, width, height, left: 204, right: 18, pad: { top: 13, bottom: 11 }, fromMs, toMs };
  const draws: Record<LaneKind, (points: object[]) => unknown> = {
    recharts: (points) =>
      make(
        parts.ComposedChart,
        { width, height, data: points, accessibilityLayer: false },
        make(parts.CartesianGrid, { vertical: false }),
        make(parts.XAxis, { type: 'number', dataKey: 'atMs', domain: [fromMs, toMs], hide: true }),
        make(parts.YAxis, { type: 'number', width: 204, domain: [axis.min, axis.max], ticks: axis.ticks }),
        make(parts.Line, { dataKey: 'high', type: 'linear', isAnimationActive: false }),
      ),
    tandem: (points) =>
      make(parts.SignLane, {
        lane: 'heart-rate',
        tone: 'hr',
        part: { points, axis, baseline: null, limits: [] },
        frame,
        words: [],
        summary: `${points.length} readings`,
      }),
  };
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  let points = Array.from({ length: marks }, (_, n) => pointAt(n));
  root.render(draws[kind](points));
  const add = () =>
    flushSync(() => {
      points = [...points, pointAt(points.length)];
      root.render(draws[kind](points));
    });
  Object.assign(window, {
    addMore(count: number) {
      let left = count;
      const timer = setInterval(() => {
        add();
        left -= 1;
        if (left === 0) clearInterval(timer);
      }, everyMs);
    },
  });
}
