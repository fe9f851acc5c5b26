import type { tabletWords } from '../tablet-words.ts';
import type { Told } from '../told.ts';
import { counted } from './count.ts';

/** Ob dieses Gerät für einen Raum bereit ist. */
export const tablet = {
  page: 'Tablet prüfen',
  intro:
    'Ob dieses Gerät für eine Sitzung bereit ist. Von Klientinnen und Klienten wird hier nichts gezeigt oder gefragt.',
  asking: 'Wird geprüft …',
  again: 'Noch einmal prüfen',
  open: 'Tandem öffnen',
  ready: 'Dieses Gerät ist bereit.',
  left: (count) => `${counted(count, 'Punkt ist', 'Punkte sind')} noch offen.`,
  seconds: (ms) => `${(Math.abs(ms) / 1_000).toFixed(1).replace('.', ',')} s`,
  state: { well: 'In Ordnung', missing: 'Zu beheben', person: 'Auszuprobieren', asking: 'Wird geprüft' },
  checks: {
    trusted: {
      what: 'Verbindung',
      well: 'Verschlüsselt, und dieses Gerät vertraut dem Computer.',
      missing:
        'Nicht verschlüsselt. Tandem unter seiner https-Adresse öffnen, nach den Schritten der Seite, über die Tablets dazukommen.',
      person: '',
    },
    installed: {
      what: 'Auf dem Startbildschirm',
      well: 'Als App geöffnet: ohne Adresszeile und ohne anderes darin.',
      missing: '',
      person:
        'Im Browser geöffnet. Auf dem iPad: Teilen, Zum Home-Bildschirm. In Chrome: das Menü, App installieren. Dann von dort öffnen.',
    },
    storage: {
      what: 'Wartendes bleibt',
      well: 'Der Browser hat zugesagt, nicht zu löschen, was dieses Gerät aufhebt.',
      missing:
        'Der Browser darf Aufgehobenes löschen, wenn der Platz knapp wird. Tandem auf den Startbildschirm legen, dann noch einmal prüfen.',
      person: '',
    },
    clock: {
      what: 'Uhr',
      well: (seconds) => `Weicht um ${seconds} vom Computer der Praxis ab.`,
      missing: (seconds) =>
        `Weicht um ${seconds} vom Computer der Praxis ab. In den Einstellungen dieses Geräts die automatische Zeit einschalten.`,
      person: 'Tandem hat nicht geantwortet, die Uhr ließ sich nicht vergleichen.',
    },
    awake: {
      what: 'Bildschirm bleibt an',
      well: 'Der Bildschirm kann während einer Sitzung an bleiben.',
      missing:
        'Dieser Browser kann den Bildschirm nicht an lassen. Das Gerät so einstellen, dass er frühestens nach 30 Minuten ausgeht.',
      person: '',
    },
    sound: {
      what: 'Ton',
      well: 'Sie haben ihn gehört.',
      missing: 'Lauter stellen und den Stummschalter ausschalten, dann noch einmal abspielen.',
      person: 'Zwei leise Töne, wie bei einem hohen Hinweis, den niemand gesehen hat.',
    },
    offline: {
      what: 'Ohne Netz',
      well: 'Ohne Netz geöffnet, und der Probeeintrag war noch da.',
      missing: 'Dieser Browser hebt nichts auf. Ein privates Fenster tut das nie: ein gewöhnliches öffnen.',
      person:
        'Ein Probeeintrag liegt auf diesem Gerät. WLAN ausschalten, diese Seite neu laden, dann wieder einschalten und prüfen.',
    },
  },
  play: 'Abspielen',
  heard: 'Gehört',
  notHeard: 'Nichts gehört',
} satisfies Told<typeof tabletWords>;
