/** What the estimate is not, word for word as clinical.md 5.6 asks for: shown with every curve. */
export const estimateDisclaimer =
  'Estimated plasma ketamine from a published population model (Clements & Nimmo 1981) and literature bioavailability. Not a measurement, not patient-specific. Actual concentration may differ several-fold. Do not use for dosing, redosing, discharge or driving decisions.';

/** What the model leaves out. */
export const estimateLimits =
  'Racemic ketamine only, adults. Kidneys, liver, other medicines, age and obesity are not taken into account; venous and arterial blood differ; norketamine and the delay of the effect are left out; whether a lozenge was swallowed or spat out is not known. Not validated in this software.';
