import { administrations, answersOf, drugLabel, formatMg, routeCatalog } from '@tandem/domain';
import { clinicTime } from '../clinic-time.ts';
import type { SessionRecord } from '../session-record.ts';
import { type Content, colours, heading, rule, size } from './look.ts';

/** One page for the way home. What Tandem does not know is a line to write on, never a guess. */
export function goingHomeSheet(record: SessionRecord): Content {
  const { client, clinic, session, state, exportedAt } = record;
  const { day, time } = clinicTime(clinic.timeZone);
  const answers = answersOf(state);
  const escort = answers.get('escort-here') ?? answers.get('escort-confirmed');
  const given = administrations(state, Date.parse(exportedAt));
  const list = (items: readonly string[]): Content => ({
    ul: items,
    lineHeight: 1.25,
    markerColor: colours.ink3,
  });
  return [
    { text: 'Going home', fontSize: size.title, bold: true },
    {
      text: `${client.givenName} ${client.familyName} · ${day(session.startedAt ?? session.plannedAt)} · ${clinic.name}`,
      fontSize: 11,
      color: colours.ink2,
      margin: [0, 2, 0, 0],
    },
    rule(10, 2),
    {
      stack: [
        heading('Until tomorrow, after a night’s sleep'),
        list([
          'Do not drive, cycle in traffic or work with machines.',
          'Do not sign anything or decide anything that binds you.',
          'Do not drink alcohol or take other sedatives that were not prescribed to you.',
          'Have an adult with you tonight. Eat lightly, and stand up slowly.',
        ]),
        heading('What you were given'),
        list(
          given.length === 0
            ? ['No medicine.']
            : given.map(
                ({ startMs, drug, drugName, micrograms, route }) =>
                  `${time(new Date(startMs).toISOString())}  ${drugLabel({ drug, drugName })} ${formatMg(micrograms)}, ${routeCatalog[route].words}`,
              ),
        ),
        heading('Call us when'),
        list([
          'you vomit again and again, have a headache that grows, pain in your chest, or trouble breathing;',
          'you pass water often or with pain in the next days;',
          'what came up does not let go of you, or you think of harming yourself.',
        ]),
        { text: 'The clinic:  ____________________________________', margin: [0, 12, 0, 6] },
        { text: 'In an emergency:  ________________________________', margin: [0, 0, 0, 6] },
        heading('You leave with'),
        { text: escort?.person ?? '________________________________', margin: [0, 0, 0, 6] },
        heading('We speak again'),
        { text: '________________________________', margin: [0, 0, 0, 6] },
        heading('For the days after'),
        list([
          'Write down what you remember, in your own words.',
          'Take a quiet walk.',
          'Talk with somebody you trust.',
          'Come to the next talk with your therapist.',
        ]),
      ],
      fontSize: 11,
    },
  ];
}
