import type { Side } from './word-sides.ts';

/** What a line across a lane means, at its right end, readable over whatever it crosses. */
export function LineWords(props: {
  readonly text: string;
  readonly fill: string;
  readonly side?: Side;
  /** Where they end, in px. */
  readonly right: number;
  /** Given by the chart: the line's own box. */
  readonly viewBox?: { y: number };
}) {
  const { text, fill, side = 'above', right, viewBox } = props;
  if (viewBox === undefined) return null;
  return (
    <text
      x={right}
      y={viewBox.y + (side === 'below' ? 13 : -4)}
      textAnchor="end"
      fontSize={12.5}
      fill={fill}
      stroke="var(--t-surface)"
      strokeWidth={4}
      strokeLinejoin="round"
      paintOrder="stroke"
    >
      {text}
    </text>
  );
}
