import { createElement as make, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { CartesianGrid, ComposedChart, Line, XAxis, YAxis } from 'recharts';

export interface BarePoint {
  readonly atMs: number;
  readonly value: number;
}

/**
 * One lane of readings as recharts draws it by itself, on a page with nothing else: what G9 holds the room against.
 * The page that loads this calls `window.addPoint`.
 */
function BareLane({ first }: { readonly first: readonly BarePoint[] }) {
  const [points, setPoints] = useState(first);
  Object.assign(window, {
    addPoint: (point: BarePoint) => flushSync(() => setPoints((before) => [...before, point])),
  });
  const { fromMs, toMs } = window as unknown as { fromMs: number; toMs: number };
  return make(
    ComposedChart,
    { width: 1000, height: 110, data: points as BarePoint[], accessibilityLayer: false },
    make(CartesianGrid, { vertical: false }),
    make(XAxis, { type: 'number', dataKey: 'atMs', domain: [fromMs, toMs], hide: true }),
    make(YAxis, { type: 'number', domain: [40, 160], tickLine: false, axisLine: false }),
    make(Line, { dataKey: 'value', type: 'linear', isAnimationActive: false }),
  );
}

const { points } = window as unknown as { points: readonly BarePoint[] };
createRoot(document.body.appendChild(document.createElement('div'))).render(
  make(BareLane, { first: points }),
);
