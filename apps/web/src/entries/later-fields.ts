import { lazy } from 'react';

/** What a correction is typed into: not among what a room has to load first. It comes with the room's later parts. */
export const loadFields = () => import('./all-fields.ts');

export const AdverseEventFields = lazy(async () => ({ default: (await loadFields()).AdverseEventFields }));
export const DoseFields = lazy(async () => ({ default: (await loadFields()).DoseFields }));
export const MeaningFields = lazy(async () => ({ default: (await loadFields()).MeaningFields }));
export const MomentFields = lazy(async () => ({ default: (await loadFields()).MomentFields }));
export const NoteFields = lazy(async () => ({ default: (await loadFields()).NoteFields }));
export const PhaseFields = lazy(async () => ({ default: (await loadFields()).PhaseFields }));
export const RateFields = lazy(async () => ({ default: (await loadFields()).RateFields }));
export const VitalSignsFields = lazy(async () => ({ default: (await loadFields()).VitalSignsFields }));
