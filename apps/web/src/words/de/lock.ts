import type { lockWords } from '../lock-words.ts';
import type { Told } from '../told.ts';

/** A screen that has locked itself. */
export const lock = {
  title: 'Gesperrt',
  lead: (name) => `${name} ist angemeldet. Was getippt wurde, bleibt.`,
  pin: 'PIN',
  password: 'Passwort',
  usePassword: 'Mit Passwort',
  usePin: 'Mit PIN',
  noPin: 'Sie haben keine PIN: nehmen Sie das Passwort. Eine PIN setzen Sie unter Ihrem Namen.',
  unlock: 'Entsperren',
  other: 'Jemand anderes: abmelden',
  unsent:
    'Auf diesem Gerät warten Einträge der angemeldeten Person. Sie bleiben hier und werden gesendet, wenn sie sich wieder anmeldet.',
  lastVitals: (ago) => `Letzte Vitalwerte, ${ago}`,
  noVitals: 'Noch keine Vitalwerte',
  due: (clock) => `Nächste fällig ${clock}`,
  overdue: (clock) => `Waren fällig ${clock}`,
  nothingDue: 'Nichts fällig',
  notices: 'Offene Hinweise',
  noNotices: 'Kein Hinweis ist offen.',
  emergency: 'Notfall',
  emergencyAgain: 'Noch einmal: öffnet den Raum',
  emergencyMeans:
    'Im Notfall öffnet sich der Raum ohne PIN und ohne Netz. Dass er geöffnet wurde, wird festgehalten.',
} satisfies Told<typeof lockWords>;
