export * from './bench-entries.ts';
export * from './clinic/clinic-year.ts';
export * from './clinic/types.ts';
export * from './random.ts';
export * from './scenario.ts';
export * from './types.ts';
