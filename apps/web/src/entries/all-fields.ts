/** The fields of every correction form, in one piece. */
export { AdverseEventFields } from './adverse-event-fields.tsx';
export { DoseFields } from './dose-fields.tsx';
export { MeaningFields, MomentFields } from './meaning-fields.tsx';
export { NoteFields } from './note-fields.tsx';
export { PhaseFields } from './phase-fields.tsx';
export { RateFields } from './rate-fields.tsx';
export { VitalSignsFields } from './vital-signs-fields.tsx';
