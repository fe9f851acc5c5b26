/** Request and reply of every call under `/api`, one name per call (interface.md, HTTP). */

export * from './http/clinic.ts';
export * from './http/clinic-settings.ts';
export * from './http/consents.ts';
export * from './http/exports.ts';
export * from './http/me.ts';
export * from './http/patient-requests.ts';
export * from './http/patients.ts';
export * from './http/session-requests.ts';
export * from './http/session-steps.ts';
export * from './http/sessions.ts';
export * from './http/sign-in.ts';
export * from './http/state.ts';
export * from './http/text-templates.ts';
