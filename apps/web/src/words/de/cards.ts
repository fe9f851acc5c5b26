import type { cardWords } from '../card-words.ts';
import type { Told } from '../told.ts';

/** The one-page cards; brackets and stars as in the English. */
export const cards = {
  title: 'Karten auf einer Seite',
  which: 'Wessen Karte',
  print: 'Drucken',
  hint: 'Ein Blatt A4 zum Aufhängen im Raum, oder für jemanden, der neu ist.',
  version: (version) => `Tandem ${version}`,
  cards: {
    physician: {
      intro: 'Sie achten auf den Körper und geben das Medikament. Die Therapie sieht jeden Eintrag sofort.',
      steps: {
        start: {
          title: 'Die Sitzung beginnen',
          text: '*Beginnen* auf *Heute*. Im Raum zeigt *Checkliste*, was die erste Dosis noch aufhält.',
          alt: 'Heute: eine geplante Sitzung mit der Taste Beginnen.',
        },
        vitals: {
          title: 'Vitalzeichen eingeben',
          text: '[148/92 88 97] und Enter: Blutdruck, Herzfrequenz, SpO₂. *Nächste Vitalzeichen* zählt bis zur nächsten Messung und sagt, wenn sie überfällig ist.',
          alt: 'Die Eingabezeile mit 148/92 88 97, und wie es verstanden wurde.',
        },
        dose: {
          title: 'Eine Dosis geben',
          text: '[k 40 im ld] und Enter öffnet das Gegenlesen. Laut vorlesen. Dann die Taste halten oder die Menge noch einmal eingeben. 15 Sekunden lang nimmt *Rückgängig* sie zurück.',
          alt: 'Das Gegenlesen: Ketamin 40 mg IM, linker Deltamuskel, mit Person, Summe und Grenzen.',
        },
        notice: {
          title: 'Auf einen Hinweis antworten',
          text: 'Er sagt, welcher Wert außerhalb welcher Grenze liegt. *Gesehen* heißt: Sie wissen es. Er steht, bis der Wert zurück ist oder ein *Ergebnis* eingetragen ist.',
          alt: 'Ein Hinweis der Stufe Hoch zum Blutdruck mit den Tasten Jetzt kontrollieren, Ergebnis und Gesehen.',
        },
        correct: {
          title: 'Verspätet oder falsch',
          text: '[@10:40] oder [-4m] in der Zeile: es war früher. Im Protokoll hat *···* am Eintrag *Berichtigen* und *Irrtümlich eingetragen*. Die erste Fassung bleibt immer stehen.',
          alt: 'Ein Eintrag des Protokolls mit den Tasten Berichtigen und Irrtümlich eingetragen.',
        },
        stale: {
          title: 'Wenn der Bildschirm nicht aktuell ist',
          text: 'Er sagt, seit wann. Einträge warten auf diesem Gerät, wenn Ihre Klinik das erlaubt. Steht dort „auf Papier schreiben“, dann schreiben Sie auf Papier.',
          alt: 'Die Zeile „Nicht aktuell seit“ über dem Raum.',
        },
        end: {
          title: 'Beenden und abzeichnen',
          text: '*Bereit für den Heimweg?* nennt, was fehlt; Sie entscheiden. Dann *Sitzung beenden* und *Bericht und Abzeichnen*. Nach der letzten Unterschrift gibt es nur Nachträge.',
          alt: 'Die Liste „Bereit für den Heimweg?“ mit dem, was fehlt.',
        },
      },
    },
    nurse: {
      intro: 'Sie gehen von Raum zu Raum. Was Sie eintragen, steht sofort in der gemeinsamen Aufzeichnung.',
      steps: {
        round: {
          title: 'Der Rundgang',
          text: '*Rundgang* auf *Heute* nennt alle laufenden Sitzungen, die nächste Messung zuerst. Eine Zeile öffnet den Raum.',
          alt: 'Der Rundgang: Sitzungen danach geordnet, wann Vitalzeichen fällig sind.',
        },
        vitals: {
          title: 'Vitalzeichen messen',
          text: 'Auf dem Tablet die Werte tippen, dann *Eintragen*. Abgelehnt, schläft, kein Messwert? *Nicht gemessen* hält den Grund fest.',
          alt: 'Das Tastenfeld eines Tablets mit Blutdruck, Herzfrequenz und SpO₂.',
        },
        checklist: {
          title: 'Vor der ersten Dosis',
          text: 'Beantworten Sie die Zeilen der *Checkliste*. Was offen ist, hält die erste Dosis auf, außer es geht mit ärztlicher Begründung weiter.',
          alt: 'Die Checkliste, Zeile für Zeile mit Ja, Nein und Trifft nicht zu.',
        },
        dose: {
          title: 'Eine verordnete Dosis geben',
          text: '[k 40 im ld]: wählen, wer sie verordnet hat, gegenlesen, zum Eintragen halten. Verlangt es das Behandlungsprotokoll, bestätigt eine zweite Person mit ihrer PIN.',
          alt: 'Das Gegenlesen der Pflege, mit der Person, die die Dosis verordnet hat.',
        },
        waste: {
          title: 'Aufgezogen und verworfen',
          text: 'Jede Ampulle zuerst im *Register* öffnen. Was übrig ist, kommt unter *Verwurf*: eine zweite Person bestätigt es mit ihrer PIN.',
          alt: 'Das Formular Verwurf mit Ampulle und Menge.',
        },
        notice: {
          title: 'Auf einen Hinweis antworten',
          text: '*Jetzt kontrollieren* führt zu den Werten. *Gesehen* heißt: Sie wissen es; alle sehen, von wem und wann.',
          alt: 'Ein Hinweis der Stufe Hoch zum Blutdruck mit den Tasten Jetzt kontrollieren, Ergebnis und Gesehen.',
        },
        home: {
          title: 'Vor dem Heimweg',
          text: '*Bereit für den Heimweg?* nennt, was fehlt, Offenes zuerst. Manches wird ärztlich beantwortet. *Blatt für zu Hause* geht mit.',
          alt: 'Die Liste „Bereit für den Heimweg?“ mit dem, was fehlt.',
        },
      },
    },
    therapist: {
      intro:
        'Sie halten die Geschichte. Was Sie schreiben, steht an seiner Minute, neben Medikament und Körper.',
      steps: {
        note: {
          title: 'Beim Zuhören schreiben',
          text: 'Beliebige Worte und Enter sind eine Notiz. Am Anfang steht ["] für Worte des Klienten, [#] für ein Thema, [~] für Atem oder Affekt.',
          alt: 'Die Eingabezeile mit Worten des Klienten in Anführungszeichen.',
        },
        phase: {
          title: 'Sagen, welche Phase es ist',
          text: 'Ein Druck bei *Wirkverlauf*, oder [p peak]. Tandem zeigt nur, was das Behandlungsprotokoll erwartet: Sie setzen sie.',
          alt: 'Der Wirkverlauf mit der Taste für die nächste Phase.',
        },
        shift: {
          title: 'Momente und die Wandlung',
          text: '*Moment*: ein Zeitpunkt oder eine Spanne, mit Schlagworten. *Wandlung*: von welchem Satz zu welchem.',
          alt: 'Das Formular Wandlung, von „Ich bin der Fehler“ zu „Ich tat mein Bestes mit dem, was ich hatte“.',
        },
        keep: {
          title: 'Worte zum Mitnehmen',
          text: '*···* an Worten des Klienten im Protokoll, dann *Diese Worte mitgeben*. Der Bericht druckt sie auf eine kleine Karte.',
          alt: 'Worte des Klienten im Protokoll mit der Taste Diese Worte mitgeben.',
        },
        process: {
          title: 'Prozessnotizen gehören nur Ihnen',
          text: '*Prozessnotiz* steht außerhalb der gemeinsamen Aufzeichnung: in keiner Suche, in keinem Export. Was Sie herauskopieren, ist nicht mehr geschützt.',
          alt: 'Die Prozessnotiz: nur Sie können sie lesen.',
        },
        quiet: {
          title: 'Ein stiller Bildschirm',
          text: '*Dunkel* dämpft dieses Gerät. Ihr Bildschirm gibt keinen Ton, und nichts blinkt; ein Hinweis erscheint gedämpft.',
          alt: 'Ein Hinweis im dunklen Design, gedämpft gezeichnet.',
        },
        after: {
          title: 'Nach der Sitzung',
          text: 'Ihren Teil zeichnen Sie unter *Bericht und Abzeichnen* ab. *Zwischen den Sitzungen* hält den Plan für danach, Nachfragen und Einsichten fest.',
          alt: 'Der Plan für danach eines Klienten.',
        },
      },
    },
    lead: {
      intro:
        'Sie blicken zurück. Sitzungen öffnen sich Ihnen nach ihrem Ende, ihre Notizen nach dem Abzeichnen.',
      steps: {
        find: {
          title: 'Sitzungen finden',
          text: '*Sitzungen*: Name, Patientennr. oder Worte in Notizen, dazu Filter. Wonach Sie in Notizen suchten, wird nicht aufbewahrt; dass Sie suchten, schon.',
          alt: 'Suche und Filter der vergangenen Sitzungen.',
        },
        preview: {
          title: 'In eine hineinsehen',
          text: 'Eine Zeile zeigt daneben Dosis, Blutdruck und Hinweise. *Bericht öffnen* hat alles.',
          alt: 'Die Vorschau einer Sitzung mit ihren Zahlen.',
        },
        replay: {
          title: 'Noch einmal ablaufen lassen',
          text: '*Damals bekannt* zeigt, was das Team in dieser Minute sehen konnte; *Heutiger Stand* hat die Korrekturen. Weiter nach Dosis, Hinweis oder Notiz.',
          alt: 'Die Wiedergabe mit Abspielen, Tempo und den Schritten zu Dosis, Hinweis und Notiz.',
        },
        insights: {
          title: 'Aus allen lernen',
          text: '*Einblicke*: jede Zahl sagt, aus wie vielen Sitzungen sie ist, und öffnet sie.',
          alt: 'Zahlen der Einblicke mit den Sitzungen dahinter.',
        },
        unsigned: {
          title: 'Was nicht abgezeichnet ist',
          text: '*Abzuzeichnen* nennt es. *Bericht* sagt, wessen Teil fehlt. Eine Woche nach dem Ende dürfen Sie ohne diese Unterschrift abschließen; das bleibt sichtbar.',
          alt: 'Wie viele Sitzungen binnen 24 Stunden abgezeichnet wurden, und wie viele es noch sind.',
        },
        copies: {
          title: 'Kopien mitnehmen',
          text: '*Exportieren* ist genau, was gefiltert ist. *Eine Kopie mitnehmen* am Bericht fragt, wofür. Beides steht im Protokoll der Zugriffe.',
          alt: 'Eine Kopie mitnehmen: Zweck und Arten der Datei.',
        },
        health: {
          title: 'Übungen, Zustand, Sicherungen',
          text: '*Übungen* unter *Sitzungen* proben, was selten ist. *Setup*, *Zustand* zeigt Datenbank und neueste Sicherung; was rot ist, braucht heute jemanden.',
          alt: 'Zustand: die Datenbank antwortet und speichert, die neueste Sicherung ist geprüft.',
        },
      },
    },
  },
  foot: {
    promise: {
      title: 'Das Versprechen',
      text: 'Was Sie bestätigt sahen, geht nie verloren, wird nie verdoppelt und nie still geändert. Jeder Bildschirm ist auf 5 Sekunden aktuell oder sagt, dass er es nicht ist.',
    },
    paper: {
      title: 'Tandem nicht erreichbar?',
      text: 'Nehmen Sie die Papierbögen; jeden Morgen drucken: *Papierbögen drucken* auf *Heute*. Uhrzeit, wer, und mg. Am selben Tag übertragen; eine zweite Person liest gegen.',
    },
    people: {
      title: 'Menschen entscheiden',
      text: 'Tandem ist kein Monitor und kein Medizinprodukt. Werte werden getippt, Minuten später. Es sagt niemandem, etwas zu geben oder zu stoppen.',
    },
  },
  pictures: 'Bilder: eine erfundene Klinik; Grenzen darin sind Beispiele.',
} satisfies Told<typeof cardWords>;
