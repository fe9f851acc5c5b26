/**
 * Sentences of the one-page cards. Between brackets stands what is typed, between stars what is written on a button or
 * a page, as it is called there.
 */
export const cardWords = {
  title: 'One-page cards',
  which: 'Whose card',
  print: 'Print',
  hint: 'One sheet of A4 to hang up in the room, or to hand to somebody who is new.',
  version: (version: string) => `Tandem ${version}`,
  cards: {
    physician: {
      intro: 'You watch over the body and give the medicine. The therapist sees each entry at once.',
      steps: {
        start: {
          title: 'Start the session',
          text: 'Press *Start* on *Today*. In the room, *Checklist* shows what still holds the first dose.',
          alt: 'Today: a planned session with the button Start.',
        },
        vitals: {
          title: 'Type the vital signs',
          text: '[148/92 88 97] and Enter: blood pressure, heart rate, SpO₂. *Next vitals* counts down to the next set, and says when it is late.',
          alt: 'The entry line with 148/92 88 97 typed, and how it was understood.',
        },
        dose: {
          title: 'Give a dose',
          text: '[k 40 im ld] and Enter opens the read-back. Read it aloud. Then hold the button, or type the amount again. For 15 seconds *Undo* takes it back.',
          alt: 'The read-back: ketamine 40 mg IM, left deltoid, with client, total and limits.',
        },
        notice: {
          title: 'Answer a notice',
          text: 'It says which value is outside which limit. *Seen* says that you know. It stands until the value is back in range or an *Outcome* is written.',
          alt: 'A High notice of a blood pressure with the buttons Recheck now, Outcome and Seen.',
        },
        correct: {
          title: 'Late, or wrong',
          text: '[@10:40] or [-4m] in the line: it happened earlier. In the log, *···* at an entry has *Amend* and *Entered in error*. The first version always stays.',
          alt: 'A row of the log with the buttons Amend and Entered in error.',
        },
        stale: {
          title: 'When the screen is not current',
          text: 'It says since when. Entries wait on this device if your clinic allows that. Where it says “write on paper”, write on paper.',
          alt: 'The line “Not current since”, above the room.',
        },
        end: {
          title: 'End and sign',
          text: '*Ready to go home?* lists what is missing; you decide. Then *End session*, and *Report and sign*. After the last signature there are addenda only.',
          alt: 'The list “Ready to go home?” with what is missing.',
        },
      },
    },
    nurse: {
      intro: 'You go from room to room. What you record is in the shared record at once.',
      steps: {
        round: {
          title: 'Make your round',
          text: '*Round* on *Today* lists everybody in session, next due first. A row opens its room.',
          alt: 'The round: sessions by when their vital signs are due.',
        },
        vitals: {
          title: 'Take the vital signs',
          text: 'On a tablet, key the values, then *Record*. Refused, asleep, no reading? *Not taken* keeps the reason.',
          alt: 'The keypad of a tablet with blood pressure, heart rate and SpO₂.',
        },
        checklist: {
          title: 'Before the first dose',
          text: 'Answer the rows of *Checklist*. A row that is not settled holds the first dose, unless a physician goes on with a reason.',
          alt: 'The checklist, row by row with Yes, No and Does not apply.',
        },
        dose: {
          title: 'Give an ordered dose',
          text: '[k 40 im ld]: choose who ordered it, read it back, hold to record. If the protocol asks, a second person confirms with their PIN.',
          alt: 'The read-back of a nurse, with the physician who ordered the dose.',
        },
        waste: {
          title: 'Drawn and wasted',
          text: 'Open each vial in the *Register* first. What is left over goes under *Waste*: a witness confirms it with their PIN.',
          alt: 'The form Waste with vial and amount.',
        },
        notice: {
          title: 'Answer a notice',
          text: '*Recheck now* leads to the values to take again. *Seen* says that you know; everyone sees who pressed it and when.',
          alt: 'A High notice of a blood pressure with the buttons Recheck now, Outcome and Seen.',
        },
        home: {
          title: 'Before going home',
          text: '*Ready to go home?* names what is missing, open points first. Some are for a physician. *Going-home sheet* is for the client.',
          alt: 'The list “Ready to go home?” with what is missing.',
        },
      },
    },
    therapist: {
      intro: 'You hold the story. What you write stands at its minute, beside medicine and body.',
      steps: {
        note: {
          title: 'Write while you listen',
          text: 'Any words and Enter make a note. Begin with ["] for the client’s words, [#] for a theme, [~] for breath or affect.',
          alt: 'The entry line with words of the client in quotation marks.',
        },
        phase: {
          title: 'Say which phase it is',
          text: 'One press at *Medicine arc*, or [p peak]. Tandem only shows what the protocol expects: you set it.',
          alt: 'The medicine arc with the button for the next phase.',
        },
        shift: {
          title: 'Moments and the shift',
          text: '*Moment*: a point or a stretch of time, with tags. *Shift*: from which sentence to which.',
          alt: 'The form Shift, from “I am the mistake” to “I was doing my best with what I had”.',
        },
        keep: {
          title: 'Words to keep',
          text: '*···* at the client’s words in the log, then *Keep these words*. The report prints them on a small card.',
          alt: 'Words of the client in the log with the button Keep these words.',
        },
        process: {
          title: 'Process notes are yours alone',
          text: '*Process note* is apart from the shared record: in no search and no export. What you copy out of it is protected no more.',
          alt: 'The process note: only you can read this.',
        },
        quiet: {
          title: 'A quiet screen',
          text: '*Dim* darkens this device. Your screen makes no sound, and nothing on it flashes; a notice is drawn softly.',
          alt: 'A notice in the dim theme, drawn softly.',
        },
        after: {
          title: 'After the session',
          text: 'Sign your part under *Report and sign*. *Between sessions* of the client holds integration plan, check-ins and insights.',
          alt: 'The integration plan of a client.',
        },
      },
    },
    lead: {
      intro: 'You look back. Sessions open to you once they have ended, their notes once they are signed.',
      steps: {
        find: {
          title: 'Find sessions',
          text: '*Sessions*: a name, an MRN, or words in notes, and filters. What you looked for in notes is not kept; that you did is.',
          alt: 'Search and filters of the past sessions.',
        },
        preview: {
          title: 'Look into one',
          text: 'A row shows dose, pressure and notices beside the list. *Open report* has all of it.',
          alt: 'The preview of a session with its figures.',
        },
        replay: {
          title: 'Replay it',
          text: '*Known then* shows what the team could see at that minute; *Told today* has the corrections. Go by dose, notice or note.',
          alt: 'The replay with play, speed, and the steps to the next dose, notice and note.',
        },
        insights: {
          title: 'Learn from all of them',
          text: '*Insights*: each figure says of how many sessions it is, and opens them.',
          alt: 'Figures of the insights with the sessions behind each.',
        },
        unsigned: {
          title: 'What is not signed',
          text: '*To sign* lists it. *Report* says whose part is missing. A week after the end you may close it without that signature; this stays in sight.',
          alt: 'How many sessions were signed within 24 hours, and how many are to sign.',
        },
        copies: {
          title: 'Take out copies',
          text: '*Export* is exactly what is filtered. *Take out a copy* on a report asks what for. Both stand in the audit.',
          alt: 'Take out a copy: purpose, and the kinds of file.',
        },
        health: {
          title: 'Drills, health, backups',
          text: '*Drills* on *Sessions* practise what is rare. *Setup*, *Health* shows database and newest backup; what is red needs someone today.',
          alt: 'Health: the database answers and saves, the newest backup was verified.',
        },
      },
    },
  },
  foot: {
    promise: {
      title: 'The promise',
      text: 'Nothing you saw confirmed is ever lost, doubled or silently changed. Every screen is current within 5 seconds or says that it is not.',
    },
    paper: {
      title: 'Tandem cannot be reached?',
      text: 'Take the paper forms; print them each morning: *Print paper forms* on *Today*. Write clock time, who, and mg. Copy it in the same day; a second person reads it back.',
    },
    people: {
      title: 'People decide',
      text: 'Tandem is no monitor and no medical device. Values are typed, minutes late. It tells nobody to give or to stop anything.',
    },
  },
  pictures: 'Pictures: an invented clinic; limits in them are examples.',
};
