import { TextInput } from '@mantine/core';
import type { MadeInvitation } from '@tandem/wire';
import { useMe } from '../../data/me.ts';
import { clockOf, dayOf } from '../../data/zone.ts';
import { CopyButton } from '../../sign-in/copy-button.tsx';
import { dayWords } from '../../ui/names.ts';
import { QrCode } from '../../ui/qr-code.tsx';
import { peopleWords as text } from '../../words/people-words.ts';
import classes from './people.module.css';

/** Behind `#`, so that no server, log or referrer is told the token. */
const addressOf = (token: string) => `${location.origin}/invitation#${token}`;

/** To hand over: as text and as a picture. */
export function InvitationLink({ made }: { readonly made: MadeInvitation }) {
  const zone = useMe().clinic.timeZone;
  const atMs = Date.parse(made.expiresAt);
  const link = addressOf(made.token);
  return (
    <div className={classes.form}>
      <p className={classes.hint}>{text.linkMeans}</p>
      <div className={classes.handing}>
        <QrCode text={link} name={text.linkQr} className={classes.qr as string} />
        <div className={classes.form}>
          <TextInput
            label={text.link}
            readOnly
            value={link}
            onFocus={(event) => event.currentTarget.select()}
          />
          <div className={classes.below}>
            <CopyButton text={link} />
          </div>
          <p className={classes.hint}>
            {text.goodUntil(`${dayWords(dayOf(atMs, zone))} ${clockOf(atMs, zone)}`)}
          </p>
        </div>
      </div>
    </div>
  );
}
