import { type ImportColumns, importFields, matchColumns } from '@tandem/domain';
import { describe, expect, it } from 'vitest';
import { clientImportWords } from '../words/client-import-words.ts';
import { clientImport } from '../words/de/client-import.ts';
import { textOf } from './import-file.ts';

describe('a chosen file', () => {
  it('[IMP-6] is read as UTF-8 up to 1 MB; anything else is said before it is sent', async () => {
    expect(await textOf(new Blob(['name\nMüller']))).toEqual({ csv: 'name\nMüller' });
    expect(await textOf(new Blob([new Uint8Array([0x4d, 0xfc, 0x6c])]))).toEqual({ problem: 'notUtf8' });
    expect(await textOf(new Blob(['x'.repeat(1_000_001)]))).toEqual({ problem: 'tooLarge' });
  });

  it('[IMP-1] may be made from the template of either language: each of its columns is known', () => {
    for (const [header, sign] of [
      [clientImportWords.templateHeader, ','],
      [clientImport.templateHeader, ';'],
    ] as const) {
      const { at, ignored } = matchColumns(header.split(sign)) as ImportColumns;
      expect([...at.keys()]).toEqual(importFields);
      expect(ignored).toEqual([]);
    }
  });
});
