import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerKey, type ImportColumns, importColumns, importFields, matchColumns } from './columns.ts';
import { KnownPeople } from './duplicates.ts';
import { headerSentence, importProblemCodes, importSentence, importWording } from './problems.ts';
import { readRow } from './read-row.ts';

const TODAY = '2026-11-28';
const all = matchColumns(importFields.map((field) => importColumns[field].header)) as ImportColumns;
const maya = { familyName: 'Rivera', givenName: 'Maya', birthDate: '1987-03-14' };
/** A row of the template with these cells. */
const read = (cells: Partial<Record<(typeof importFields)[number], string>>) =>
  readRow(
    importFields.map((field) => cells[field] ?? (maya as Record<string, string>)[field] ?? ''),
    all,
    TODAY,
  );
const problemsOf = (cells: Parameters<typeof read>[0]) => {
  const row = read(cells);
  return 'problems' in row ? row.problems : [];
};
const clientOf = (cells: Parameters<typeof read>[0]) => {
  const row = read(cells);
  return 'client' in row ? row.client : row.problems;
};

describe('columns of a file of clients', () => {
  it('[IMP-1] are known by English and German headers, in any order, case and spelling of their spaces', () => {
    const headers = [
      'VORNAME',
      '\uFEFFNachname*',
      'Geburts_datum',
      'Geburtsdatum',
      'Patienten-Nr.',
      'E-Mail',
    ];
    const matched = matchColumns(headers) as ImportColumns;
    expect([...matched.at]).toEqual([
      ['givenName', 0],
      ['familyName', 1],
      ['birthDate', 3],
      ['mrn', 4],
      ['email', 5],
    ]);
    expect(matched.ignored).toEqual(['Geburts_datum']);
    const spellings = importFields.flatMap((field) =>
      [importColumns[field].header, ...importColumns[field].also].map((header) => ({ field, header })),
    );
    // One meaning each, and each in the spelling that it is compared in.
    expect(new Set(spellings.map(({ header }) => header)).size).toBe(spellings.length);
    for (const { header } of spellings) expect(headerKey(header)).toBe(header);
  });

  it('[IMP-1] that are missing or there twice are named', () => {
    const missing = matchColumns(['Name', 'Vorname']);
    expect(missing).toEqual({ code: 'missing-column', field: 'birthDate' });
    expect(headerSentence(missing as never)).toMatch(/no column “Birth date”/);
    const twice = matchColumns(['Name', 'Nachname', 'Vorname', 'Geburtsdatum']);
    expect(headerSentence(twice as never)).toMatch(/“Name” and “Nachname” both mean “Family name”/);
  });
});

describe('a row of it', () => {
  it('[IMP-2] is a client with what it says, dates in two spellings, lists by semicolon, a number without a name their own', () => {
    const cells = {
      birthDate: '14.3.1987',
      sex: 'Weiblich',
      mrn: ' 0042 ',
      allergies: 'Penicillin, rash; Latex',
      medicines: 'Sertraline 50 mg|Lithium 300 mg',
      language: 'Deutsch',
      phone: '+49 30 1',
    };
    expect(clientOf(cells)).toEqual({
      ...maya,
      sex: 'female',
      mrn: '0042',
      allergies: { status: 'known', items: ['Penicillin, rash', 'Latex'] },
      medicines: ['Sertraline 50 mg', 'Lithium 300 mg'],
      contacts: [{ name: 'Maya Rivera', phone: '+49 30 1' }],
      language: 'Deutsch',
    });
    const brother = { contactName: 'Leo', contactRelation: 'brother', email: 'leo@example.org' };
    expect(clientOf(brother)).toMatchObject({
      contacts: [{ name: 'Leo', relation: 'brother', email: 'leo@example.org' }],
    });
  });

  it('[IMP-3] with nothing under allergies was not asked; only words say that none are known, and nothing is guessed', () => {
    const status = (allergies: string) => (clientOf({ allergies }) as { allergies?: unknown }).allergies;
    expect(status('')).toEqual({ status: 'not-asked', items: [] });
    expect(status('Keine bekannt')).toEqual({ status: 'none-known', items: [] });
    expect(status('NKDA.')).toEqual({ status: 'none-known', items: [] });
    expect(status('not asked')).toEqual({ status: 'not-asked', items: [] });
    for (const text of ['-', 'no', 'ja', '0', 'none; Latex', '?'])
      expect(problemsOf({ allergies: text }), text).toMatchObject([{ code: 'allergies-unclear' }]);
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (allergies) => {
        const row = read({ allergies });
        if (!('client' in row)) return true;
        const { status: said, items } = row.client.allergies;
        return allergies.trim() === '' ? said === 'not-asked' : (said === 'known') === items.length > 0;
      }),
    );
  });

  it('[IMP-3] keeps as text what a spreadsheet would take for a formula', () => {
    for (const sign of ['=', '+', '-', '@'])
      expect(clientOf({ familyName: `${sign}HYPERLINK("x")` })).toMatchObject({
        familyName: `${sign}HYPERLINK("x")`,
      });
  });

  it.each([
    [{ familyName: ' ' }, 'empty', 'Family name is empty. Write it into the file.'],
    [{ mrn: '9'.repeat(41) }, 'too-long', /^MRN “9{41}” is longer than 40 characters\. Shorten it\.$/],
    [{ medicines: 'x;'.repeat(101) }, 'too-many', /^Medicines has more than 100 parts\./],
    [{ givenName: 'M\uFFFDller' }, 'bad-characters', /^Given name has characters .* CSV UTF-8\.$/],
    [{ givenName: 'a\0b' }, 'bad-characters', /CSV UTF-8/],
    [{ birthDate: '31.02.1987' }, 'no-date', /“31\.02\.1987” is no day .* 1987-03-14 or 14\.03\.1987\.$/],
    [{ birthDate: '03/04/1987' }, 'no-date', /no day/],
    [{ birthDate: '' }, 'empty', /^Birth date is empty/],
    [{ birthDate: '2026-11-29' }, 'birth-out-of-range', /“2026-11-29” is not between 1900 and today/],
    [{ birthDate: '0987-03-14' }, 'birth-out-of-range', /Correct the year\.$/],
    [{ sex: 'fem' }, 'no-sex', /^Sex “fem” is not known here\. Write female, male, other or unknown/],
    [{ allergies: 'no' }, 'allergies-unclear', /^Allergies “no” can be read in two ways\./],
  ] as const)('[IMP-4] %j says %s, names the field and the way out', (cells, code, sentence) => {
    const [problem, ...more] = problemsOf(cells);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ code, field: Object.keys(cells)[0] });
    const said = importSentence(problem as never);
    if (typeof sentence === 'string') expect(said).toBe(sentence);
    else expect(said).toMatch(sentence);
  });

  it('[IMP-4] with more cells than the header is not read: each later cell would stand in the wrong column', () => {
    const cells = [...importFields.map(() => 'x'), 'rash'];
    const row = readRow(cells, all, TODAY);
    expect('problems' in row && row.problems).toEqual(
      expect.arrayContaining([{ field: null, code: 'too-many-cells', value: 'rash' }]),
    );
    expect(Object.keys(importWording.problems).toSorted()).toEqual([...importProblemCodes].toSorted());
  });
});

describe('somebody who is there already', () => {
  it('[IMP-5] is known by the number, else by both names and the birth date, in any case and spacing', () => {
    const known = new KnownPeople([{ ...maya, mrn: 'A-42' }]);
    expect(known.find({ ...maya, familyName: 'rivera ', givenName: 'MAYA' })?.sameBy).toBe('person');
    expect(known.find({ ...maya, familyName: 'Other', mrn: 'a-42' })?.sameBy).toBe('mrn');
    expect(known.find({ ...maya, birthDate: '1987-03-15', mrn: 'A-43' })).toBeNull();
    expect(known.find({ ...maya, familyName: 'Other', mrn: null })).toBeNull();
    fc.assert(
      fc.property(fc.string(), fc.string(), (familyName, givenName) => {
        const somebody = { ...maya, familyName, givenName };
        expect(new KnownPeople([somebody]).find(somebody)?.person).toBe(somebody);
      }),
    );
  });
});
