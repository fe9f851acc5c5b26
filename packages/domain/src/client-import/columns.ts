/** One column of a file of clients. A new one is a row here and its reading in `read-row.ts`. */
interface ColumnRow {
  /** As the template spells it. */
  readonly header: string;
  /** Other headers that mean the same, English and German, in the spelling of {@link headerKey}. */
  readonly also: readonly string[];
  /** Most characters of one value, as the form for one client takes them. */
  readonly most: number;
  readonly required: boolean;
}

const column = (header: string, most: number, also: readonly string[], required = false): ColumnRow => ({
  header,
  also,
  most,
  required,
});

/** What a file may say of a client: what the form for one client asks, and contacts and medicines with it. */
export const importColumns = {
  familyName: column(
    'family name',
    80,
    ['last name', 'surname', 'name', 'nachname', 'familienname', 'zuname'],
    true,
  ),
  givenName: column('given name', 80, ['first name', 'forename', 'vorname', 'rufname'], true),
  birthDate: column(
    'birth date',
    10,
    ['date of birth', 'birthdate', 'birthday', 'dob', 'born', 'geburtsdatum', 'geburtstag', 'geboren', 'geb'],
    true,
  ),
  sex: column('sex', 20, ['gender', 'geschlecht']),
  mrn: column('mrn', 40, [
    'medical record number',
    'record number',
    'patient number',
    'patient id',
    'patientennummer',
    'patienten nr',
    'patienten id',
    'aktennummer',
  ]),
  allergies: column('allergies', 120, ['allergy', 'allergien', 'allergie', 'unverträglichkeiten']),
  medicines: column('medicines', 160, [
    'medicine',
    'medication',
    'medications',
    'drugs',
    'medikamente',
    'medikation',
    'arzneimittel',
  ]),
  language: column('language', 40, ['sprache']),
  contactName: column('contact name', 120, [
    'contact',
    'emergency contact',
    'kontakt',
    'kontaktperson',
    'kontakt name',
    'notfallkontakt',
  ]),
  contactRelation: column('contact relation', 80, ['relation', 'beziehung', 'kontakt beziehung']),
  phone: column('phone', 40, [
    'contact phone',
    'telephone',
    'phone number',
    'mobile',
    'telefon',
    'telefonnummer',
    'handy',
    'mobil',
    'kontakt telefon',
  ]),
  email: column('email', 254, ['e mail', 'mail', 'contact email', 'kontakt email', 'kontakt e mail']),
} as const satisfies Record<string, ColumnRow>;

export type ImportField = keyof typeof importColumns;
export const importFields = Object.keys(importColumns) as ImportField[];

/** Clients of one file, and bytes of it as UTF-8: more takes a server seconds and nobody looks through it. */
export const MOST_IMPORT_ROWS = 2_000;
export const MOST_IMPORT_BYTES = 1_000_000;

/** A header as it is compared: case, underscores, dots, dashes, stars and spaces in a row make no difference. */
export function headerKey(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\uFEFF_.:*/()-]+/g, ' ')
    .trim();
}

/** Which column of the file holds what. */
export interface ImportColumns {
  readonly at: ReadonlyMap<ImportField, number>;
  /** Headers that mean nothing here: nothing of these columns is stored. */
  readonly ignored: readonly string[];
  /** Cells that a row may have. */
  readonly width: number;
}

export type HeaderProblem =
  | { readonly code: 'missing-column'; readonly field: ImportField }
  | {
      readonly code: 'column-twice';
      readonly field: ImportField;
      readonly headers: readonly [string, string];
    };

/** Which column is which, or why that cannot be said. */
export function matchColumns(headers: readonly string[]): ImportColumns | HeaderProblem {
  const at = new Map<ImportField, number>();
  const ignored: string[] = [];
  for (const [place, header] of headers.entries()) {
    const field = fieldOf(header);
    if (field === undefined) {
      if (header.trim() !== '') ignored.push(header.trim());
      continue;
    }
    const earlier = at.get(field);
    if (earlier !== undefined)
      return { code: 'column-twice', field, headers: [headers[earlier]?.trim() ?? '', header.trim()] };
    at.set(field, place);
  }
  const missing = importFields.find((field) => importColumns[field].required && !at.has(field));
  return missing === undefined
    ? { at, ignored, width: headers.length }
    : { code: 'missing-column', field: missing };
}

function fieldOf(header: string): ImportField | undefined {
  const key = headerKey(header);
  return importFields.find((field) => {
    const { header: own, also }: ColumnRow = importColumns[field];
    return own === key || also.includes(key);
  });
}
