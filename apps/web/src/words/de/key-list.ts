import type { keyListWords } from '../key-list-words.ts';
import type { Told } from '../told.ts';

export const keyList = {
  title: 'Alle Tasten',
  places: {
    everywhere: 'Überall',
    room: 'In einer Sitzung',
    line: 'In der Eingabezeile',
    readings: 'Auf den Messwerten',
    lists: 'In Listen, außerhalb eines Feldes',
    replay: 'In einer Wiedergabe',
  },
  rows: {
    'find-client': 'Klient suchen',
    theme: 'hell oder dunkel',
    'all-keys': 'alle Tasten',
    dose: 'eine Dosis eingeben',
    seen: 'den ersten Hinweis als gesehen melden',
    log: 'Protokoll, und zurück',
    record: 'eintragen; eine Dosis wird erst gegengelesen',
    emergency: 'Notfall, danach zweimal Enter',
    'amend-last': 'meinen letzten Eintrag berichtigen, wenn die Zeile leer ist',
    'take-over': 'die vorgeschlagene Zeile übernehmen',
    leave: 'abbrechen oder die Zeile verlassen und zurückkehren',
    'undo-typing': 'Tippen rückgängig; nie einen Eintrag',
    'step-back': 'eine Messung zurück',
    'step-on': 'eine Messung weiter',
    'row-down': 'nächste Zeile',
    'row-up': 'vorige Zeile',
    'open-row': 'Zeile öffnen',
    replay: 'Sitzung der Zeile wiedergeben, bei vergangenen Sitzungen',
    filter: 'zum Filter',
    play: 'abspielen oder anhalten',
    'stop-before': 'vorige Dosis, voriger Hinweis oder vorige Notiz',
    'next-stop': 'nächste Dosis, nächster Hinweis oder nächste Notiz',
  },
  dosesNeedMore:
    'Enter allein trägt nie eine Dosis ein: geben Sie die Menge erneut ein oder halten Sie die Taste gedrückt.',
} satisfies Told<typeof keyListWords>;
