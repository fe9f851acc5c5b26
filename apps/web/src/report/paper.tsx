import { Timeline } from '../room/timeline/timeline.tsx';
import { reportWords as text } from '../words/report-words.ts';
import { Addenda } from './addenda.tsx';
import { Facts } from './facts.tsx';
import { GoingHome } from './going-home.tsx';
import { Kept } from './kept.tsx';
import { PaperHead } from './paper-head.tsx';
import { Recorded } from './recorded.tsx';
import classes from './report.module.css';
import { Signatures } from './signatures.tsx';

/** The page as it is printed: who, five facts, the lanes, what was recorded, how it ended and who signed. */
export function Paper() {
  return (
    <article className={classes.paper} aria-label={text.title}>
      <PaperHead />
      <Facts />
      <div className={classes.lanes}>
        <Timeline whole />
      </div>
      <div className={classes.two}>
        <Recorded />
        <div>
          <GoingHome />
          <Kept />
          <Signatures />
          <Addenda />
        </div>
      </div>
    </article>
  );
}
