import { describe, expect, test } from 'vitest';
import type { AnyNewEntry } from '../entries/registry.ts';
import type { Author } from '../roles.ts';
import { administrations } from './administrations.ts';
import type { SessionCommand } from './commands.ts';
import {
  cosigned,
  ended,
  entry,
  given,
  lead,
  nurse,
  otherPhysician,
  physician,
  planned,
  recorded,
  signed,
  started,
  therapist,
  uuid,
} from './given.test-support.ts';

const from = ({ id: personId, name, role }: Author) => ({ personId, name, role });
const adopt = (person: Author, ...entries: AnyNewEntry[]): SessionCommand => ({
  type: 'append',
  entries,
  adoptedFrom: from(person),
});
const vitals = entry('vital-signs', { systolic: 148, diastolic: 92 }, { id: uuid(1) });
const note = entry('note', { text: 'Breath slow.', category: 'noticed' }, { id: uuid(2) });
const ketamine = { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 40 } as const;
const amend = (text: string, id = uuid(3)) =>
  entry('amendment', { entryId: uuid(2), data: { text, category: 'noticed' }, reason: 'Fuller.' }, { id });
const running = given(planned, started);

describe('entries that a lead takes over', () => {
  test('[ADO-1] given somebody who left, when a lead sends their entries, then each says whom it was taken over from', () => {
    const offline = { ...vitals, context: { offline: true } };
    const { refusal, drafts } = running.when(adopt(nurse, offline, note), lead);
    expect(refusal).toBeNull();
    expect(drafts.map(({ context }) => context)).toEqual([
      { offline: true, adoptedFrom: from(nurse) },
      { adoptedFrom: from(nurse) },
    ]);
  });

  test('[ADO-1] given a lead, who records nothing, when they send the same as their own, then it is refused', () => {
    expect(running.when({ type: 'append', entries: [vitals] }, lead).refusal?.refused).toBe('role-may-not');
  });

  test('[ADO-3] given their role, when it may not record the kind or needs an order for it, then it is refused as theirs', () => {
    const refusalOf = (who: Author, one: AnyNewEntry) => running.when(adopt(who, one), lead).refusal?.refused;
    expect(refusalOf(therapist, entry('dose', ketamine))).toBe('role-may-not');
    expect(refusalOf(nurse, entry('dose', ketamine))).toBe('order-needed');
    expect(refusalOf(nurse, entry('note', { text: 'Sea.', category: 'theme' }))).toBe('role-may-not');
    expect(refusalOf(nurse, entry('dose', { ...ketamine, orderedById: physician.id }))).toBeUndefined();
  });

  test('[ADO-3] given a signed session, when their entries come, then it is closed for them as for anyone', () => {
    const closed = given(planned, started, ended, signed, cosigned);
    expect(closed.when(adopt(nurse, vitals), lead).refusal?.refused).toBe('session-signed');
  });

  test('[ADO-4] given what was taken over, when it comes again from this lead, another or the person, then it is known', () => {
    const log = given(planned, started, { command: adopt(nurse, vitals), actor: lead });
    const otherLead: Author = { ...lead, id: uuid(77) };
    for (const who of [lead, otherLead])
      expect(log.when(adopt(nurse, vitals), who).knownIds).toEqual([uuid(1)]);
    expect(log.when({ type: 'append', entries: [vitals] }, nurse).knownIds).toEqual([uuid(1)]);
  });

  test('[ADO-4] given what the person had sent before they left, when a lead sends it, then it is known and stays theirs', () => {
    const log = given(planned, started, recorded(nurse, vitals));
    expect(log.when(adopt(nurse, vitals), lead)).toMatchObject({ drafts: [], knownIds: [uuid(1)] });
  });

  test('[ADO-4] given an entry of somebody else, when it comes as the person’s, then its id is in use', () => {
    const log = given(planned, started, recorded(therapist, vitals));
    expect(log.when(adopt(nurse, vitals), lead).refusal?.refused).toBe('entry-id-reused');
    const adopted = given(planned, started, { command: adopt(nurse, vitals), actor: lead });
    expect(adopted.when(adopt(therapist, vitals), lead).refusal?.refused).toBe('entry-id-reused');
  });

  test('[ADO-5] given a note of theirs, sent before, in the same batch or taken over, when it is corrected, then it is their own', () => {
    const sent = given(planned, started, recorded(therapist, note));
    expect(sent.when(adopt(therapist, amend('Slow and deep.')), lead).refusal).toBeNull();
    expect(running.when(adopt(therapist, note, amend('Slow and deep.')), lead).refusal).toBeNull();
    const adopted = given(planned, started, { command: adopt(therapist, note), actor: lead });
    expect(adopted.when(adopt(therapist, amend('Slow and deep.')), lead).refusal).toBeNull();
    const gone = entry('retraction', { entryId: uuid(2), reason: 'Twice.' });
    expect(adopted.when(adopt(therapist, gone), lead).refusal).toBeNull();
  });

  test('[ADO-5] given a note of somebody else, when it is corrected as the person, then it is not theirs', () => {
    const log = given(planned, started, recorded(therapist, note));
    expect(log.when(adopt(nurse, amend('No.')), lead).refusal?.refused).toBe('not-yours');
    const adopted = given(planned, started, { command: adopt(therapist, note), actor: lead });
    expect(adopted.when(adopt(nurse, amend('No.')), lead).refusal?.refused).toBe('not-yours');
  });

  test('[ADO-6] given doses of two people by one lead, when counted, then each is by who gave it', () => {
    const doses = [physician, otherPhysician].map((who) => ({
      command: adopt(who, entry('dose', ketamine)),
      actor: lead,
    }));
    const { state } = given(planned, started, ...doses);
    const by = administrations(state, Number.POSITIVE_INFINITY).map(({ author }) => author.id);
    expect(by).toEqual([physician.id, otherPhysician.id]);
  });
});
