import { type ProtocolPlan, phaseLabels } from '@tandem/domain';
import classes from './values.module.css';

const [WIDTH, HEIGHT, END] = [720, 56, 30];

/** The phases expected, on a line of minutes; the words beside it say the same. */
export function ArcPicture({ arc }: { readonly arc: NonNullable<ProtocolPlan['arc']> }) {
  const [first, last] = [arc[0], arc.at(-1)];
  if (first === undefined || last === undefined) return null;
  const whole = last.fromMinute + END - first.fromMinute;
  const x = (minute: number) => ((minute - first.fromMinute) / whole) * WIDTH;
  return (
    <div className={classes.picture}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
        {arc.map(({ phase, fromMinute }, at) => {
          const next = arc[at + 1]?.fromMinute ?? last.fromMinute + END;
          const width = Math.max(2, x(next) - x(fromMinute) - 2);
          return (
            <g key={`${phase} ${fromMinute}`}>
              <rect x={x(fromMinute)} y="6" width={width} height="26" rx="6" fill="var(--t-ketSoft)" />
              {width > 62 && (
                <text x={x(fromMinute) + width / 2} y="24" textAnchor="middle" className={classes.phase}>
                  {phaseLabels[phase]}
                </text>
              )}
              <text x={x(fromMinute)} y="50" className={classes.minute}>
                {fromMinute}
              </text>
            </g>
          );
        })}
        <line x1={x(0)} x2={x(0)} y1="0" y2="38" stroke="var(--t-ket)" strokeWidth="2" />
      </svg>
    </div>
  );
}
