import classes from './strip.module.css';

const RADIUS = 17;
const ROUND = 2 * Math.PI * RADIUS;

/** How much of the interval is left, clockwise from the top: seen from the corner of an eye, read nowhere. */
export function VitalsRing({ part }: { /** 1: just taken, 0 or less: due. */ readonly part: number }) {
  const left = Math.min(1, Math.max(0, part));
  return (
    <svg className={classes.ring} width="44" height="44" viewBox="0 0 44 44" aria-hidden="true">
      <circle cx="22" cy="22" r={RADIUS} className={classes.ringRest} />
      <circle
        cx="22"
        cy="22"
        r={RADIUS}
        className={classes.ringLeft}
        strokeDasharray={`${left * ROUND} ${ROUND}`}
        transform="rotate(-90 22 22)"
      />
    </svg>
  );
}
