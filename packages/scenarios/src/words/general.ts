import type { Line, Section } from './line.ts';

/** Lines that fit any session, by the therapist. */
export const generalLines: Readonly<Record<Section, readonly Line[]>> = {
  arrival: [
    ['noticed', 'Ate a light breakfast early, nothing since; drank water at waking.'],
    ['noticed', 'Escort confirmed by phone; waits to be called.'],
    ['noticed', 'Chooses the grey eye mask and the quiet playlist.'],
    ['affect', 'Nervous but willing; breath a little fast.'],
    ['words', 'I nearly cancelled. I am glad I am here.'],
    ['noticed', 'Touch agreed: hand and shoulder only, on request.'],
    ['theme', 'Trust, a little at a time.'],
    ['intention', 'To let it be whatever it is.'],
  ],
  rising: [
    ['words', 'Oh. There it is.'],
    ['affect', 'Breath deepens; feet turn outward.'],
    ['noticed', 'Reclines fully, mask on, hands beside the body.'],
    ['words', 'The music is coming from inside the chair.'],
    ['affect', 'A ripple of fear, passes with counting the breath.'],
    ['noticed', 'Asks for the lights to be lower.'],
    ['words', 'I can still hear you. Good.'],
    ['theme', 'Letting go of steering.'],
  ],
  deep: [
    ['noticed', 'Still, breath regular, small movements of the eyes under the mask.'],
    ['affect', 'Face soft; swallows once.'],
    ['words', 'So much room.'],
    ['words', 'I am looking at it from the outside.'],
    ['noticed', 'Reaches out; hand held as agreed beforehand.'],
    ['affect', 'Quiet tears, both sides.'],
    ['theme', 'Seeing one’s own story as a story.'],
    ['words', 'It is old. It is so old.'],
    ['noticed', 'Turns to the side, blanket up to the chin.'],
    ['affect', 'Breath held for a few seconds, then let go with a sound.'],
    ['words', 'Nobody is cross with me here.'],
    ['theme', 'Being held without having to do anything for it.'],
  ],
  returning: [
    ['words', 'I am coming back. Slowly please.'],
    ['noticed', 'Moves toes and fingers; asks for the time.'],
    ['affect', 'Calm, a little raw.'],
    ['words', 'That was long. Was it long?'],
    ['noticed', 'Takes the mask off, looks around the room, finds the plant.'],
    ['theme', 'Kindness toward a younger self.'],
    ['affect', 'Laughs softly, then cries, then both.'],
    ['words', 'I do not want to lose the sentence.'],
    ['noticed', 'Sips water; no nausea.'],
  ],
  after: [
    ['noticed', 'Sitting up, feet on the floor, colour good.'],
    ['words', 'My head is quiet. It is never quiet.'],
    [
      'noticed',
      'Integration: journal tonight, a quiet walk tomorrow, call the trusted friend, therapy on schedule.',
    ],
    ['affect', 'Tired and settled.'],
    ['theme', 'What to carry into the week.'],
    ['noticed', 'Repeats the plan for the evening in own words; no driving until after a night’s sleep.'],
    ['words', 'Can you write it the way I said it?'],
    ['noticed', 'Draws a small picture of it on the sheet.'],
    ['words', 'I feel like somebody who has been on a boat.'],
  ],
};

/** What the physician or nurse notes: body and safety, in chart language. */
export const clinicalLines: Readonly<Record<Section, readonly string[]>> = {
  arrival: [
    'Identity checked twice; consent current; fasting as agreed.',
    'Oxygen, suction and bag-valve-mask checked and within reach.',
    'Medicines reviewed against the list: no change since the last visit.',
  ],
  rising: ['Airway clear, answers to name.', 'Shoulders loose, jaw soft, no nystagmus yet.'],
  deep: [
    'Airway clear, chest rises evenly, colour good.',
    'Rouses to quiet voice and drifts back.',
    'Skin warm and dry; no retching.',
  ],
  returning: ['Oriented to person and place; time vague.', 'Nystagmus fading; advised to stay reclined.'],
  after: [
    'Steady gait to the door and back, oriented in all three.',
    'Escort here; written instructions and emergency number handed over.',
    'Tolerates sips and a biscuit; no dizziness on standing.',
  ],
};

/** Only where a needle was used. */
export const needleLines: readonly string[] = ['Injection site or line without redness or pain.'];
