export * from './bench-entries.ts';
export * from './clinic/clinic-year.ts';
export * from './clinic/course-measures.ts';
export * from './clinic/types.ts';
export * from './clinic/zone.ts';
export * from './random.ts';
export { withMoreBefore } from './recorder.ts';
export * from './scenario.ts';
export * from './types.ts';
