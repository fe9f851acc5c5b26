export * from './entries.ts';
export * from './errors.ts';
export * from './health.ts';
export * from './http.ts';
export * from './new-protocol.ts';
export * from './stream.ts';
export * from './version.ts';
export * from './vials.ts';
