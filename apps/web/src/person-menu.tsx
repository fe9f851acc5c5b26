import { IconMoon, IconSun } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useMe } from './data/me.ts';
import { ariaKey } from './keys/printed-key.ts';
import { loadPerson } from './load-person.ts';
import classes from './person-menu.module.css';
import { useColorMode } from './ui/color-mode.ts';
import { initials } from './ui/names.ts';
import { railBottom, railItem } from './ui/shell.tsx';
import { roleWord, words } from './words.ts';

const PersonDialog = lazy(async () => ({ default: (await loadPerson()).PersonDialog }));

/** At the foot of the rail: who this is and in which role; light or dim; another role; sign out. */
export function PersonMenu() {
  const me = useMe();
  const { dim, toggle } = useColorMode();
  const [open, setOpen] = useState(false);
  const ThemeIcon = dim ? IconSun : IconMoon;
  return (
    <div className={`${railBottom} ${classes.foot}`}>
      <button
        type="button"
        className={railItem}
        aria-label={dim ? words.person.toLight : words.person.toDim}
        aria-keyshortcuts={ariaKey('theme')}
        onClick={toggle}
      >
        <ThemeIcon size={22} stroke={1.6} aria-hidden />
        {dim ? words.person.light : words.person.dim}
      </button>
      <button type="button" className={railItem} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <span className={classes.initials} aria-hidden>
          {initials(me.person.name)}
        </span>
        <span className="visually-hidden">{me.person.name}, </span>
        <span className={classes.role}>{roleWord(me.role)}</span>
      </button>
      {open && (
        <Suspense>
          <PersonDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
