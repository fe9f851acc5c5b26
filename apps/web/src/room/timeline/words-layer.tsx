import { DESCENDERS, type PlacedWords } from './place-words.ts';
import classes from './timeline.module.css';

/** What the lines across a lane mean, readable over the grid. Inside its lane: drawn with it, and not again. */
export function WordsLayer({ words, laneTop }: { words: readonly PlacedWords[]; laneTop: number }) {
  return (
    <svg className={classes.layer} aria-hidden>
      {words.map(({ key, tone, from, text, left, right, bottom }) => (
        <text
          key={key}
          className={classes.lineWords}
          data-tone={tone}
          x={from === 'right' ? right : left}
          textAnchor={from === 'right' ? 'end' : 'start'}
          y={bottom - laneTop - DESCENDERS}
        >
          {text}
        </text>
      ))}
    </svg>
  );
}
