import { randomUUID } from 'node:crypto';
import type { At, RouteCase } from './cases.ts';
import { chosen, lookedUp } from './ids.ts';

const ofPatient = ({ world }: At) => ({ id: world.ours.patient[0] as string });
const patient = { 'path id': lookedUp('patient') };

const fact = (name: 'medicines' | 'contacts', items: readonly unknown[]): RouteCase => ({
  route: `POST /api/patients/:id/${name}`,
  guard: 'patient.write',
  ids: { ...patient, id: chosen('client-fact') },
  make: (at) => ({ ...ofPatient(at), body: { id: randomUUID(), items } }),
});

/** What is known of a client and changes with time. */
export const clientFactCases: readonly RouteCase[] = [
  { route: 'GET /api/patients/:id/facts', guard: 'patient.read', ids: patient, make: ofPatient },
  fact('medicines', ['Sertraline 50 mg']),
  fact('contacts', [{ name: 'Her brother', relation: 'brother', phone: '555 0100' }]),
];

/** A client's consents, and what of earlier sessions comes pre-filled. */
export const consentCases: readonly RouteCase[] = [
  { route: 'GET /api/patients/:id/consents', guard: 'patient.read', ids: patient, make: ofPatient },
  {
    route: 'POST /api/patients/:id/consents',
    guard: 'patient.write',
    ids: { ...patient, id: chosen('consent') },
    make: (at) => ({
      ...ofPatient(at),
      body: {
        id: randomUUID(),
        form: 'Treatment',
        version: '2',
        signedOn: '2026-01-10',
        expiresOn: '2027-01-09',
      },
    }),
  },
  {
    route: 'POST /api/patients/:id/consents/:consentId/withdraw',
    guard: 'patient.write',
    ids: { ...patient, 'path consentId': lookedUp('consent') },
    make: (at) => ({
      ...ofPatient(at),
      more: { consentId: at.world.ours.consent[0] as string },
      body: {},
    }),
  },
  { route: 'GET /api/patients/:id/lasting-answers', guard: 'events.write', ids: patient, make: ofPatient },
];
