import { adoptionCases } from './adoption-cases.ts';
import { auditCases } from './audit-cases.ts';
import { breakGlassCases } from './break-glass-cases.ts';
import type { RouteCase } from './cases.ts';
import { clinicCases } from './clinic-cases.ts';
import { clientFactCases, consentCases } from './consent-cases.ts';
import { courseCases } from './course-cases.ts';
import { displayCases } from './display-cases.ts';
import { drillCases } from './drill-cases.ts';
import { entryCases } from './entry-cases.ts';
import { instrumentCases } from './instrument-cases.ts';
import { paperFormCases } from './paper-form-cases.ts';
import { pastSessionCases } from './past-session-cases.ts';
import { processNoteCases } from './process-note-cases.ts';
import { redactionCases } from './redaction-cases.ts';
import { roomCases } from './room-cases.ts';
import { sessionCases } from './session-cases.ts';
import { signInCases } from './sign-in-cases.ts';
import { unlockCases } from './unlock-cases.ts';
import { vialCases } from './vial-cases.ts';

/** Every route and every kind of entry; `[MAT-1]` fails for one that is missing. */
export const cases: readonly RouteCase[] = [
  ...clinicCases,
  ...consentCases,
  ...clientFactCases,
  ...instrumentCases,
  ...courseCases,
  ...sessionCases,
  ...pastSessionCases,
  ...paperFormCases,
  ...entryCases,
  ...adoptionCases,
  ...vialCases,
  ...displayCases,
  ...drillCases,
  ...signInCases,
  ...processNoteCases,
  ...auditCases,
  ...breakGlassCases,
  ...redactionCases,
  ...roomCases,
  ...unlockCases,
];
