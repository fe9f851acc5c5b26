import { IconHistory } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import bannerClasses from '../room/client-banner.module.css';
import { WhoThisIs } from '../room/client-banner.tsx';
import { useRoom } from '../room/room-context.ts';
import { buttonClass } from '../ui/button.tsx';
import { replayWords as text } from '../words/replay-words.ts';
import classes from './replay.module.css';

/** Who this was, and that it is over: nobody may take a replay for a room. */
export function ReplayBanner() {
  const { session } = useRoom();
  return (
    <header className={`${bannerClasses.banner} ${classes.banner}`}>
      <WhoThisIs />
      <div className={bannerClasses.right}>
        <p className={classes.notLive}>
          <IconHistory size={18} stroke={1.8} aria-hidden />
          {text.notLive}
        </p>
        <Link to="/s/$sessionId/report" params={{ sessionId: session.id }} className={buttonClass()}>
          {text.toReport}
        </Link>
      </div>
    </header>
  );
}
