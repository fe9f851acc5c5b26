import type { Story } from './line.ts';

/** Stories of work, body and belonging. */
export const storiesOfTheWorld: readonly Story[] = [
  {
    of: 'male',
    themes: ['failure', 'work'],
    lines: {
      arrival: [
        ['intention', 'To look at the year the company closed and not look away.'],
        ['noticed', 'Phone switched off only at the second reminder; says so with a smile.'],
      ],
      rising: [
        ['words', 'The music has corners. I am going around one.'],
        ['affect', 'Forehead smooths; fingers stop tapping.'],
      ],
      deep: [
        ['words', 'Forty people. I looked at forty faces and had nothing.'],
        ['theme', 'Failure told as character.'],
        ['affect', 'Heat in the face, covers the eyes.'],
        ['words', 'I see myself at the desk at night. He looks so tired.'],
      ],
      returning: [
        ['words', 'Somebody should have brought him a blanket.'],
        ['words', 'I was doing my best with what I had, and I ran out.'],
        ['theme', 'From "I failed them" to "I ran out, and I stayed until the end".'],
      ],
      after: [
        ['noticed', 'Asks for the blanket to stay a while longer.'],
        ['words', 'I might call Friday’s number. The friend, not the bank.'],
      ],
    },
  },
  {
    themes: ['body', 'shame'],
    lines: {
      arrival: [
        ['intention', 'To be in my body for one hour without grading it.'],
        ['noticed', 'Long sleeves on a warm day; agrees to the cuff on the left arm.'],
      ],
      rising: [
        ['words', 'I am warm all the way to the edges.'],
        ['affect', 'Breath moves from chest to belly.'],
      ],
      deep: [
        ['words', 'They laughed and I became a thing to hide.'],
        ['theme', 'The body as evidence against oneself.'],
        ['words', 'It carried me. All this time it carried me and I hated it.'],
        ['affect', 'Strokes the forearm slowly, tears.'],
      ],
      returning: [
        ['words', 'It did its best with how I treated it.'],
        ['words', 'I would like to say sorry to my legs.'],
        ['theme', 'From "a thing to hide" to "what carried me".'],
      ],
      after: [
        ['noticed', 'Rolls the sleeve up for the last reading without being asked.'],
        ['words', 'A slow bath tonight. That is my whole plan.'],
      ],
    },
  },
  {
    themes: ['belonging', 'language'],
    lines: {
      arrival: [
        ['intention', 'To ask where home is, in either language.'],
        ['noticed', 'Speaks of the grandmother in the present tense.'],
      ],
      rising: [
        ['words', 'Έρχεται σαν κύμα. It comes like a wave.'],
        ['affect', 'Hums a few notes; breath even.'],
      ],
      deep: [
        ['words', 'I am wrong in two languages.'],
        ['theme', 'Belonging as a test that is always failed.'],
        ['words', 'Γιαγιά is shelling beans. She does not look up. There is a chair.'],
        ['affect', 'Smiles with wet eyes; both hands open.'],
      ],
      returning: [
        ['words', 'The chair was always there. I kept taking exams in the street.'],
        ['words', 'Έκανα ό,τι μπορούσα. I did what I could.'],
        ['theme', 'From "wrong in two languages" to "there is a chair".'],
      ],
      after: [
        ['noticed', 'Mixes both languages freely while putting on the shoes.'],
        ['words', 'I will cook the beans on Sunday.'],
      ],
    },
  },
  {
    of: 'female',
    themes: ['parenthood', 'forgiveness'],
    lines: {
      arrival: [
        ['intention', 'To stop rehearsing what I did wrong as a mother.'],
        ['noticed', 'Has slept five hours, says it is a good night.'],
      ],
      rising: [
        ['words', 'It is like being carried upstairs asleep.'],
        ['affect', 'Hands unclench one finger at a time.'],
      ],
      deep: [
        ['words', 'I shouted the way I was shouted at.'],
        ['theme', 'Shame handed down, and the wish to be where it stops.'],
        ['affect', 'Sobs for two breaths, then quiet; asks whether the therapist is still there.'],
        ['words', 'My mother was twenty-two. Nobody held her either.'],
      ],
      returning: [
        ['words', 'She was doing her best. So was I. Both are true.'],
        ['words', 'I can say sorry without being the mistake.'],
        ['theme', 'From "I ruined them" to "I can repair".'],
      ],
      after: [
        ['noticed', 'Names two things to tell the children this week.'],
        ['words', 'Light. I feel as if I put down shopping.'],
      ],
    },
  },
];
