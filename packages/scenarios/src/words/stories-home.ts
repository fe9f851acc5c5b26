import type { Story } from './line.ts';

/** Stories that begin at home. The shift "I am the mistake" to "with what I had" is the essay's (product.md). */
export const storiesOfHome: readonly Story[] = [
  {
    themes: ['shame', 'self-compassion'],
    lines: {
      arrival: [
        ['intention', 'To meet the part of me that says I am the mistake, and not run from it.'],
        ['noticed', 'Arrives early, sits at the edge of the chair, holds the bag on the lap.'],
      ],
      rising: [
        ['words', 'It is starting. Everything has a hum.'],
        ['affect', 'Breath shallow, then one long sigh; shoulders come down.'],
      ],
      deep: [
        ['words', 'I am the mistake.'],
        ['theme', 'Shame as a verdict about the self, not about a deed.'],
        ['words', 'There is a small kitchen and I am too loud in it.'],
        ['affect', 'Tears without sound, hand on the breastbone.'],
      ],
      returning: [
        ['words', 'I was nine. Nine is very small.'],
        ['words', 'I was doing my best with what I had.'],
        ['theme', 'From "I am the mistake" to "I was doing my best with what I had".'],
      ],
      after: [
        ['noticed', 'Speaks of the child in the kitchen warmly, as of somebody well known.'],
        ['words', 'I want to write this down before it gets far away.'],
      ],
    },
  },
  {
    themes: ['worth', 'being seen'],
    lines: {
      arrival: [
        ['intention', 'To find out whether I am allowed to rest.'],
        ['noticed', 'Apologises three times before the blanket is arranged.'],
      ],
      rising: [
        ['words', 'My hands are very far away. It is funny.'],
        ['affect', 'A short laugh, then stillness.'],
      ],
      deep: [
        ['words', 'If I stop being useful there is nobody here.'],
        ['theme', 'Worth as something earned every day anew.'],
        ['affect', 'Jaw tight; loosens when the therapist names the breath.'],
        ['words', 'A field. Nobody is asking me for anything.'],
      ],
      returning: [
        ['words', 'I can lie in the field. I did not have to pay.'],
        ['words', 'I worked that hard because it was the only way I knew to be kept.'],
        ['theme', 'From "I must earn my place" to "I had a place before I earned it".'],
      ],
      after: [
        ['noticed', 'Lets the cup be handed over without thanking twice.'],
        ['words', 'I will walk home the long way tomorrow. For nothing.'],
      ],
    },
  },
  {
    themes: ['grief', 'guilt'],
    lines: {
      arrival: [
        ['intention', 'To say goodbye to my brother without the hospital corridor in it.'],
        ['noticed', 'Has brought a photograph; it lies face down on the table.'],
      ],
      rising: [
        ['words', 'There is water, and the water has no sides.'],
        ['affect', 'Breath slows with the music.'],
      ],
      deep: [
        ['words', 'I should have come a day sooner.'],
        ['theme', 'Guilt worn as a way to stay close to the dead.'],
        ['affect', 'Weeps openly; asks for the hand and keeps it.'],
        ['words', 'He is not angry. He was never angry.'],
      ],
      returning: [
        ['words', 'I came when I understood. I did what I knew that day.'],
        ['words', 'I can miss him without a sentence over me.'],
        ['theme', 'From "I was too late" to "I came when I understood".'],
      ],
      after: [
        ['noticed', 'Turns the photograph over and describes it.'],
        ['words', 'I will tell my sister about the water.'],
      ],
    },
  },
  {
    of: 'male',
    themes: ['anger', 'protection'],
    lines: {
      arrival: [
        ['intention', 'To understand the anger instead of swallowing it.'],
        ['noticed', 'Checks twice where the door is; the chair is turned so that it can be seen.'],
      ],
      rising: [
        ['words', 'The room got wider. I do not have to watch all of it.'],
        ['affect', 'Eyes close for the first time.'],
      ],
      deep: [
        ['words', 'I was a coward. I hid and let it happen.'],
        ['theme', 'A child judged by the strength of a grown man.'],
        ['affect', 'Fists, then open palms; breath loud for about a minute.'],
        ['words', 'The dog stood in front of me. The dog knew.'],
      ],
      returning: [
        ['words', 'Hiding was the clever thing. It kept me here.'],
        ['words', 'I did my best with what I had, and what I had was a cupboard.'],
        ['theme', 'From "I was a coward" to "hiding kept me alive".'],
      ],
      after: [
        ['noticed', 'Voice lower and slower than on arrival.'],
        ['words', 'I am tired the way you are after moving house.'],
      ],
    },
  },
];
