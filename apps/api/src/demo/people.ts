import type { Role } from '@tandem/domain';

/** Synthetic clinics with a public password: for trying Tandem out on one computer. */
export const DEMO_PASSWORD = 'tandem-demo';
/** Everyone's, to confirm a dose with. */
export const DEMO_PIN = '730251';

export interface DemoPerson {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

export const harbor = {
  id: '7a3d1c52-5b0e-4a6b-9c1f-000000000001',
  name: 'Harbor',
  timeZone: 'America/New_York',
  rooms: ['Room 1', 'Room 2', 'Room 3'],
  people: [
    { email: 'physician@harbor.test', name: 'Dr Amara Okafor', roles: ['physician'] },
    { email: 'nurse@harbor.test', name: 'Tunde Mensah', roles: ['nurse'] },
    { email: 'therapist@harbor.test', name: 'Jonas Lindqvist', roles: ['therapist'] },
    { email: 'lead@harbor.test', name: 'Ruth Feldmann', roles: ['lead'] },
    { email: 'admin@harbor.test', name: 'Sam Ortiz', roles: ['admin'] },
    { email: 'physician.two@harbor.test', name: 'Dr Theo Marsh', roles: ['physician'] },
    { email: 'physician.three@harbor.test', name: 'Dr Ines Carvalho', roles: ['physician', 'lead'] },
    { email: 'therapist.two@harbor.test', name: 'Elif Baran', roles: ['therapist'] },
    { email: 'therapist.three@harbor.test', name: 'Rosa Silva', roles: ['therapist', 'lead'] },
    { email: 'nurse.two@harbor.test', name: 'Mei Tanaka', roles: ['nurse'] },
    { email: 'nurse.three@harbor.test', name: 'Karel Dvořák', roles: ['nurse'] },
    { email: 'therapist.four@harbor.test', name: 'Naomi Adler', roles: ['therapist'] },
  ],
} as const satisfies DemoClinic;

export const cedar = {
  id: '7a3d1c52-5b0e-4a6b-9c1f-000000000002',
  name: 'Cedar',
  timeZone: 'Europe/Lisbon',
  rooms: ['Garden room'],
  people: [
    { email: 'physician@cedar.test', name: 'Dr Nuno Matias', roles: ['physician'] },
    { email: 'lead@cedar.test', name: 'Clara Paiva', roles: ['lead'] },
    { email: 'therapist@cedar.test', name: 'Ana Queiroz', roles: ['therapist'] },
  ],
} as const satisfies DemoClinic;

export interface DemoClinic {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly rooms: readonly string[];
  readonly people: readonly DemoPerson[];
}

/** Where the demo's training session runs, and who is in it: nobody who is in a room of today. */
export const training = {
  room: 'Training room',
  physician: 'physician.three@harbor.test',
  therapist: 'therapist.four@harbor.test',
  nurse: 'nurse.three@harbor.test',
} as const;
