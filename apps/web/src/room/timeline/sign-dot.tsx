import type { VitalPoint } from './vital-points.ts';

interface DotProps {
  readonly cx?: number | undefined;
  readonly cy?: number | undefined;
  readonly stroke?: string | undefined;
  readonly payload?: VitalPoint;
}

/** One value; hollow while it is kept on this device, with a tick when it was amended. */
export function SignDot({ cx, cy, stroke, payload }: DotProps) {
  if (cx === undefined || cy === undefined) return <g key="none" />;
  if (payload === undefined || payload.id === '') return <g key="none" />;
  const { id, title, pending, amended } = payload;
  return (
    <g key={id} data-reading={id} data-amended={amended === null ? undefined : true}>
      <title>{title}</title>
      <circle cx={cx} cy={cy} r={9} fill="transparent" stroke="none" />
      <circle
        cx={cx}
        cy={cy}
        r={pending ? 3 : 3.6}
        fill={pending ? 'var(--t-surface)' : stroke}
        stroke={pending ? stroke : 'var(--t-surface)'}
        strokeWidth={1.5}
        strokeDasharray={pending ? '2 2' : undefined}
      />
      {amended !== null && <path d={`M${cx + 4} ${cy - 4}l4 -5`} stroke={stroke} strokeWidth={1.8} />}
    </g>
  );
}
