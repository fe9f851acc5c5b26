import type { TextTemplateKey } from '@tandem/domain';

const heading = `{{client}}, born {{birth date}}, {{sex}}, {{mrn}}. {{allergies}}.
Ketamine-assisted psychotherapy at {{clinic}}, session {{session number}}, {{date}} {{start}} to {{end}}, {{room}}.
Team: {{team}}.`;

const foot = `Signatures:
{{signatures}}

{{copy made}} Record {{chain head}}`;

/** For a clinic that has none of its own. */
export const defaultTemplates: Readonly<Record<TextTemplateKey, string>> = {
  physician: `${heading}
Protocol: {{protocol}}. Weight: {{weight}}.

Ketamine: {{ketamine total}}
{{vitals summary}}

Medicines:
{{doses}}

Vital signs:
{{vitals table}}

Events:
{{events}}

Scales:
{{scales}}

Going home:
{{going home}}

Outcome: {{outcome}}

Addenda:
{{addenda}}

${foot}
`,
  therapist: `${heading}

Intention:
{{intention}}

Course:
{{phases}}

Notes:
{{notes}}

Moments:
{{moments}}

Shift:
{{shift}}

Words to keep:
{{words to keep}}

Measures between sessions:
{{measures}}

Integration plan:
{{integration plan}}

Check-ins:
{{check-ins}}

Insights the client agreed to:
{{insights}}

Medicine, as recorded by the physician: {{ketamine total}}

Addenda:
{{addenda}}

${foot}
`,
  table: `{{client}} {{date}}
{{vitals table}}
`,
};
