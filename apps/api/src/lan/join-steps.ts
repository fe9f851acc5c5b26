/** A step on a tablet's way to trusting this clinic's Tandem: what to do, and what its screen shows while one does. */
export interface JoinStep {
  readonly text: string;
  /** Rows of the screen as the system words them; the one with `>` before it is the one to tap. */
  readonly screen: readonly string[];
  /** What is loaded by this step. */
  readonly file?: 'tandem.mobileconfig' | 'tandem-authority.crt';
}
export interface JoinSystem {
  readonly id: 'ipad' | 'android' | 'windows' | 'mac';
  readonly name: string;
  readonly steps: readonly JoinStep[];
}
export type JoinLanguage = 'en' | 'de';

const en: readonly JoinSystem[] = [
  {
    id: 'ipad',
    name: 'iPad or iPhone',
    steps: [
      {
        text: 'Open this page in Safari, load the profile and allow it.',
        screen: ['This website is trying to download', 'a configuration profile.', 'Ignore', '>Allow'],
        file: 'tandem.mobileconfig',
      },
      {
        text: 'Open Settings. At the top stands Profile Downloaded: tap it, then Install.',
        screen: ['Settings', '>Profile Downloaded', 'General', 'Accessibility'],
      },
      {
        text: 'Go to General, About, Certificate Trust Settings, and switch Tandem on.',
        screen: ['Certificate Trust Settings', 'Enable full trust for', '>Tandem on …   ●'],
      },
    ],
  },
  {
    id: 'android',
    name: 'Android tablet',
    steps: [
      {
        text: 'Load the certificate. It goes to Downloads.',
        screen: ['Downloads', '>tandem-authority.crt'],
        file: 'tandem-authority.crt',
      },
      {
        text: 'Open Settings and search for “CA certificate” (under Security, Encryption and credentials, Install a certificate).',
        screen: [
          'Install a certificate',
          '>CA certificate',
          'VPN & app user certificate',
          'Wi-Fi certificate',
        ],
      },
      {
        text: 'Choose Install anyway, then the file from Downloads.',
        screen: ['Your data won’t be private', 'Don’t install', '>Install anyway'],
      },
    ],
  },
  {
    id: 'windows',
    name: 'Windows computer',
    steps: [
      {
        text: 'Load the certificate and open it, then choose Install Certificate.',
        screen: ['tandem-authority.crt', 'General   Details', '>Install Certificate…', 'OK'],
        file: 'tandem-authority.crt',
      },
      {
        text: 'Choose Local Machine, then “Place all certificates in the following store”, then Trusted Root Certification Authorities.',
        screen: [
          'Certificate Import Wizard',
          'Place all in this store:',
          '>Trusted Root Certification Authorities',
        ],
      },
      {
        text: 'Finish, then close all windows of the browser and open it again.',
        screen: ['The import was successful.', '>OK'],
      },
    ],
  },
  {
    id: 'mac',
    name: 'Mac',
    steps: [
      {
        text: 'Load the profile and open it.',
        screen: ['Downloads', '>tandem.mobileconfig'],
        file: 'tandem.mobileconfig',
      },
      {
        text: 'Open System Settings, General, Device Management. Open the profile there and choose Install.',
        screen: ['Device Management', '>Tandem in this clinic', 'Install…'],
      },
      {
        text: 'Open Keychain Access, find Tandem under Certificates, and under Trust choose Always Trust.',
        screen: ['Tandem on …', 'When using this certificate:', '>Always Trust'],
      },
    ],
  },
];

const de: readonly JoinSystem[] = [
  {
    id: 'ipad',
    name: 'iPad oder iPhone',
    steps: [
      {
        text: 'Diese Seite in Safari öffnen, das Profil laden und es zulassen.',
        screen: ['Diese Website versucht, ein', 'Konfigurationsprofil zu laden.', 'Ignorieren', '>Zulassen'],
        file: 'tandem.mobileconfig',
      },
      {
        text: 'Einstellungen öffnen. Oben steht „Profil geladen“: antippen, dann Installieren.',
        screen: ['Einstellungen', '>Profil geladen', 'Allgemein', 'Bedienungshilfen'],
      },
      {
        text: 'Allgemein, Info, Zertifikatsvertrauenseinstellungen: Tandem einschalten.',
        screen: ['Zertifikatsvertrauen', 'Volles Vertrauen aktivieren', '>Tandem on …   ●'],
      },
    ],
  },
  {
    id: 'android',
    name: 'Android-Tablet',
    steps: [
      {
        text: 'Das Zertifikat laden. Es liegt dann unter Downloads.',
        screen: ['Downloads', '>tandem-authority.crt'],
        file: 'tandem-authority.crt',
      },
      {
        text: 'In den Einstellungen nach „CA-Zertifikat“ suchen (unter Sicherheit, Verschlüsselung und Anmeldedaten, Zertifikat installieren).',
        screen: [
          'Zertifikat installieren',
          '>CA-Zertifikat',
          'VPN- und App-Nutzerzertifikat',
          'WLAN-Zertifikat',
        ],
      },
      {
        text: 'Trotzdem installieren wählen, dann die Datei aus Downloads.',
        screen: ['Ihre Daten sind nicht privat', 'Nicht installieren', '>Trotzdem installieren'],
      },
    ],
  },
  {
    id: 'windows',
    name: 'Windows-Computer',
    steps: [
      {
        text: 'Das Zertifikat laden und öffnen, dann Zertifikat installieren.',
        screen: ['tandem-authority.crt', 'Allgemein   Details', '>Zertifikat installieren…', 'OK'],
        file: 'tandem-authority.crt',
      },
      {
        text: 'Lokaler Computer wählen, dann „Alle Zertifikate in folgendem Speicher speichern“, dann Vertrauenswürdige Stammzertifizierungsstellen.',
        screen: [
          'Zertifikatimport-Assistent',
          'Alle in diesem Speicher:',
          '>Vertrauenswürdige Stammzertifizierungsstellen',
        ],
      },
      {
        text: 'Fertig stellen, dann alle Fenster des Browsers schließen und ihn neu öffnen.',
        screen: ['Der Importvorgang war erfolgreich.', '>OK'],
      },
    ],
  },
  {
    id: 'mac',
    name: 'Mac',
    steps: [
      {
        text: 'Das Profil laden und öffnen.',
        screen: ['Downloads', '>tandem.mobileconfig'],
        file: 'tandem.mobileconfig',
      },
      {
        text: 'Systemeinstellungen, Allgemein, Geräteverwaltung: das Profil öffnen und Installieren wählen.',
        screen: ['Geräteverwaltung', '>Tandem in this clinic', 'Installieren…'],
      },
      {
        text: 'In der Schlüsselbundverwaltung unter Zertifikate Tandem suchen und bei Vertrauen „Immer vertrauen“ wählen.',
        screen: ['Tandem on …', 'Bei Verwendung des Zertifikats:', '>Immer vertrauen'],
      },
    ],
  },
];

export const joinSystems: Readonly<Record<JoinLanguage, readonly JoinSystem[]>> = { en, de };

/** By what the browser says of itself; an iPad says that it is a Mac. */
export function systemOf(agent: string): JoinSystem['id'] {
  if (/Android/.test(agent)) return 'android';
  if (/Windows/.test(agent)) return 'windows';
  if (/iPhone|iPad/.test(agent)) return 'ipad';
  return /Macintosh/.test(agent) && !/Chrome|Firefox/.test(agent) ? 'ipad' : 'mac';
}
