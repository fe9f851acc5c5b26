import { importColumns, importFields, MOST_IMPORT_ROWS } from '@tandem/domain';
import { newPatientSchema } from '@tandem/wire';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RefusalError } from '../../refusal-error.ts';
import { readFile } from './read-file.ts';

const TODAY = '2026-11-28';
const head = 'family name,given name,birth date';
const sentenceFor = (csv: string): string => {
  try {
    readFile(csv, TODAY);
    return 'nothing';
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    expect(error.refusal).toMatchObject({ refused: 'invalid', field: 'csv' });
    return error.refusal.detail ?? '';
  }
};

describe('a file of clients', () => {
  it('[IMP-1] is parted by comma, semicolon or tab, whichever its header has, with and without a byte order mark', () => {
    for (const sign of [',', ';', '\t']) {
      const csv = `\uFEFF${head.replaceAll(',', sign)}\r\nRivera${sign}"Maya${sign} Luz"${sign}1987-03-14\r\n`;
      const { rows } = readFile(csv, TODAY);
      expect(rows).toMatchObject([{ row: 2, read: { client: { givenName: `Maya${sign} Luz` } } }]);
    }
  });

  it('[IMP-4] counts rows as a spreadsheet does, also past empty ones and cells of several lines', () => {
    const csv = `${head},allergies\nA,B,1987-03-14,"Latex\nPenicillin"\n\n,,,\nC,D,1987-03-15,\n`;
    const { rows } = readFile(csv, TODAY);
    expect(rows.map(({ row }) => row)).toEqual([2, 5]);
    expect(rows[0]?.read).toMatchObject({ client: { allergies: { items: ['Latex', 'Penicillin'] } } });
  });

  it.each([
    ['', /^The file is empty\. Nothing was stored\./],
    [head, /^The file has a header and no client\./],
    ['name,first name\nA,B', /^The file has no column “Birth date”\./],
    ['name,surname,vorname,dob\nA,B,C,1987-03-14', /both mean “Family name”/],
    [`${head}\n"Rivera,Maya,1987-03-14\n`, /^A quotation mark at or before line \d+ is not closed/],
    [`${head}\nRiv"era,Maya,1987-03-14\n`, /^A quotation mark at or before line 2 /],
  ])('[IMP-4] %j is refused as a whole, with the way out', (csv, sentence) => {
    expect(sentenceFor(csv)).toMatch(sentence);
  });

  it('[IMP-6] has at most 2,000 clients', () => {
    const rows = (count: number) => `${head}\n${'A,B,1987-03-14\n'.repeat(count)}`;
    expect(readFile(rows(MOST_IMPORT_ROWS), TODAY).rows).toHaveLength(MOST_IMPORT_ROWS);
    expect(sentenceFor(rows(MOST_IMPORT_ROWS + 1))).toMatch(
      /^The file has 2,001 rows; 2,000 are read at once\./,
    );
  });

  it('[IMP-2] gives no client that the form for one would refuse, and keeps what was typed, whatever stands in it', () => {
    const cell = fc.oneof(fc.string({ maxLength: 90 }), fc.string({ unit: 'binary', maxLength: 45 }));
    const row = fc.tuple(
      ...importFields.map((field) =>
        field === 'birthDate' ? fc.constantFrom('1987-03-14', '1.2.1990') : fc.oneof(cell, fc.constant('')),
      ),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (cells) => {
        const csv = stringify([importFields.map((field) => importColumns[field].header), ...cells]);
        const { rows } = readFile(csv, TODAY);
        for (const { row: at, read } of rows) {
          if (!('client' in read)) continue;
          const id = '00000000-0000-4000-8000-000000000000';
          expect(newPatientSchema.safeParse({ ...read.client, id }).error).toBeUndefined();
          expect(read.client.familyName).toBe(cells[at - 2]?.[0]?.trim());
        }
      }),
    );
  });
});
