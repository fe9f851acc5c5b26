import { importColumns, importFields } from '@tandem/domain';

const clients = (count: number) => `${count} ${count === 1 ? 'client' : 'clients'}`;
const rows = (count: number) => `${count} ${count === 1 ? 'row' : 'rows'}`;

/** Sentences of adding clients from a file. What is wrong in a row is said in the domain's words (`importWording`). */
export const clientImportWords = {
  title: 'Import clients',
  intro:
    'A CSV file with a header row and one client in each row. It is looked at first; nothing is stored until you say so.',
  columns:
    'Needed: family name, given name, birth date as 1987-03-14 or 14.03.1987. As far as you have them: sex, MRN, allergies, medicines (with ; between them), language, contact, phone, email. German headers are read as well.',
  allergies: 'An empty allergies cell means “not asked”, never “none known”.',
  choose: 'Choose a file',
  chooseAnother: 'Choose another file',
  template: 'Download the template',
  templateName: 'tandem-clients.csv',
  templateHeader: importFields.map((field) => importColumns[field].header).join(','),
  back: 'Clients',
  tooLarge:
    'This file is larger than 1 MB. Nothing was read. Split it and import its parts one after the other.',
  notUtf8:
    'This file is not UTF-8. Nothing was read. Save it in the spreadsheet as “CSV UTF-8”, then choose it again.',
  notRead: 'This file could not be read. Choose it again.',
  reading: (name: string) => `Reading ${name}…`,
  file: (name: string) => `In ${name}`,
  ignored: (columns: string) => `Not known here, and left out: ${columns}.`,
  wouldAdd: (count: number) => `${clients(count)} would be added`,
  nobodyNew: 'Nobody in this file is new.',
  add: (count: number) => `Add ${clients(count)}`,
  adding: (count: number) => `Adding ${clients(count)}…`,
  added: (count: number) => `${clients(count)} added. All of them are in the list of clients.`,
  addedNone: 'Nobody was added: everybody in this file is there already.',
  leftOut: (count: number) =>
    `${rows(count)} cannot be read and ${count === 1 ? 'is' : 'are'} left out. Correct ${count === 1 ? 'it' : 'them'} in the file and import it again: nobody is added twice.`,
  groups: {
    unreadable: (count: number) => `Cannot be read: ${count}`,
    known: (count: number) => `There already: ${count}`,
    new: (count: number) => `Would be added: ${count}`,
    added: (count: number) => `Added: ${count}`,
  },
  more: (count: number) => `Show ${count} more`,
  row: 'Row',
  client: 'Client',
  born: 'Born',
  sex: 'Sex',
  sexes: { female: 'Female', male: 'Male', other: 'Other', unknown: 'Not known' },
  mrn: 'MRN',
  allergiesOf: 'Allergies',
  allergyStatus: { 'not-asked': 'Not asked', 'none-known': 'None known' },
  also: 'Medicines, contact, language',
  why: 'Why',
  sameMrn: (mrn: string, name: string, born: string) => `MRN ${mrn} is ${name}, born ${born}.`,
  otherName: 'If this is somebody else, correct the number in the file.',
  samePerson: 'Same names and birth date as a client of your clinic.',
  twice: (row: number) => `Same person as in row ${row}.`,
  twiceMrn: (mrn: string, row: number) => `Same MRN ${mrn} as in row ${row}.`,
} as const;
