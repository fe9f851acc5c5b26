import type { peopleWords } from '../people-words.ts';
import type { ToldSoFar } from '../told.ts';
import { counted } from './count.ts';

/** The people of a clinic, as its administration sees them. */
export const people = {
  title: 'Menschen',
  name: 'Name',
  roles: 'Rollen',
  lastSignIn: 'Zuletzt angemeldet',
  never: 'Nie',
  secondFactor: 'Zweiter Faktor',
  on: 'An',
  off: 'Aus',
  disabled: 'Gesperrt',
  you: 'Sie',
  change: 'Ändern',
  changeOf: (name) => `${name} ändern`,
  close: 'Schließen',
  back: 'Zurück',
  save: 'Speichern',
  saved: 'Gespeichert. Es gilt innerhalb von 2 Sekunden, auch auf offenen Seiten.',
  atLeastOne: 'Jeder hat mindestens eine Rolle. Kreuzen Sie eine an, oder sperren Sie das Konto.',
  signedInOn: (count) =>
    count === 0 ? 'Nirgends angemeldet.' : `Angemeldet auf ${counted(count, 'Gerät', 'Geräten')}.`,
  endLogins: 'Überall abmelden',
  endLoginsMeans: 'Für ein verlorenes Tablet. Was dort auf das Senden wartet, bleibt dort, verschlüsselt.',
  ended: (count) =>
    count === 0 ? 'Kein Gerät war angemeldet.' : `${counted(count, 'Gerät ist', 'Geräte sind')} abgemeldet.`,
  resetFactor: 'Zweiten Faktor zurücksetzen',
  resetFactorMeans:
    'Nur, wenn der Mensch vor Ihnen steht: wer das Passwort hat, richtet den nächsten ein. Die Geräte werden abgemeldet.',
  wasReset: 'Zurückgesetzt. Ein neuer wird bei der nächsten Anmeldung eingerichtet.',
  disable: 'Sperren',
  disableMeans:
    'Eine Anmeldung ist dann nicht mehr möglich. Was eingetragen wurde, bleibt, unter diesem Namen.',
  enable: 'Freigeben',
  enableMeans: 'Die Anmeldung geht wieder mit dem bisherigen Passwort.',
  wasDisabled: 'Gesperrt. Offene Seiten schließen sich innerhalb von 2 Sekunden.',
  wasEnabled: 'Freigegeben.',
  sure: 'Ausführen',
  invite: 'Jemanden einladen',
  invitations: 'Einladungen',
  email: 'E-Mail',
  inviteName: 'Name, wie er unter Einträgen steht',
  makeLink: 'Link erstellen',
  link: 'Der Link',
  linkOf: (name) => `Link für ${name}`,
  linkMeans:
    'Er gilt einmal, 72 Stunden lang, und wird nur jetzt gezeigt. Geben Sie ihn selbst weiter: nichts wird verschickt. Wer ihn öffnet, wählt das Passwort.',
  linkQr: 'QR-Code des Links',
  goodUntil: (at) => `Gültig bis ${at}`,
  expired: 'Zu alt',
  renew: 'Neuer Link',
  withdraw: 'Zurückziehen',
  withdrawn: (name) => `Die Einladung von ${name} ist zurückgezogen.`,
  done: 'Fertig',
} satisfies ToldSoFar<typeof peopleWords>;
