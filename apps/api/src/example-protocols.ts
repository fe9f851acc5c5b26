import type { ProtocolPlan } from '@tandem/domain';

/**
 * Protocols a new clinic begins with: examples until its own physician confirms a version. Numbers are those of
 * clinical.md (sections 1.3 and 2), each "clinic policy" where no source is named.
 */
export const exampleProtocols: readonly { readonly name: string; readonly data: ProtocolPlan }[] = [
  {
    name: 'IM ketamine',
    data: {
      drug: 'ketamine',
      route: 'im',
      ceilingMgPerKg: 1.5,
      minimumIntervalMinutes: 10,
      observationMinutes: 120,
      vitalsEveryMinutes: 15,
      source:
        'Example. Redose interval after the open-label trial with a dose at 12 min; ceiling clinic policy.',
    },
  },
  {
    name: 'IV infusion, 40 min',
    data: {
      drug: 'ketamine',
      route: 'iv',
      ceilingMgPerKg: 1,
      observationMinutes: 120,
      vitalsEveryMinutes: 10,
      source: 'Example. 0.5 mg/kg over 40 min, Andrade 2017 (10.4088/JCP.17f11738); ceiling clinic policy.',
    },
  },
  {
    name: 'Sublingual lozenge',
    data: {
      drug: 'ketamine',
      route: 'sl',
      ceilingMg: 400,
      minimumIntervalMinutes: 20,
      observationMinutes: 120,
      vitalsEveryMinutes: 15,
      source: 'Example. Interval and ceiling clinic policy.',
    },
  },
];
