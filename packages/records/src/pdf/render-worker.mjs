import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import pdfmake from 'pdfmake';

/**
 * Makes one PDF in a thread of its own, from a plan that is plain data (`render.ts`). Plain JavaScript, because a
 * thread loads its file as it is; the build puts it beside the server.
 */

/**
 * Inter (OFL-1.1), as on the screens: Latin with accents, Greek with all of its marks, Cyrillic, arrows. What is used
 * of it is embedded. Beside it nothing may be read: a text that somebody typed is never a path or an address.
 */
const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/inter/package.json'));
const file = (name) => join(folder, name, `Inter_${name}.ttf`);
const inter = {
  normal: file('400Regular'),
  bold: file('600SemiBold'),
  italics: file('400Regular_Italic'),
  bolditalics: file('600SemiBold_Italic'),
};
const own = new Set(Object.values(inter));
pdfmake.setFonts({ Inter: inter });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => own.has(path));

const { definition, header, footer, sheets, lineColor, penColors } = workerData;
const { pageOf = 'Page {page} of {pages}' } = footer;

/** A frame of one colour around a box. */
const frame = (color) => ({
  hLineWidth: () => 1.4,
  vLineWidth: () => 1.4,
  hLineColor: () => color,
  vLineColor: () => color,
  paddingLeft: () => 8,
  paddingRight: () => 8,
  paddingTop: () => 4,
  paddingBottom: () => 4,
});

pdfmake.setTableLayouts({
  redFrame: frame(penColors.red),
  inkFrame: frame(penColors.ink),
  /** Cells that are written in by hand. */
  pen: {
    hLineWidth: () => 0.6,
    vLineWidth: () => 0.6,
    hLineColor: () => penColors.line,
    vLineColor: () => penColors.line,
    paddingLeft: () => 4,
    paddingRight: () => 4,
    paddingTop: () => 2.5,
    paddingBottom: () => 2.5,
  },
  /** Lines between rows and nothing else. */
  hairlines: {
    hLineWidth: (row, { table }) => (row === 0 || row === table.body.length ? 0 : 0.5),
    vLineWidth: () => 0,
    hLineColor: () => lineColor,
    paddingLeft: (column) => (column === 0 ? 0 : 6),
    paddingRight: () => 0,
    paddingTop: () => 3.5,
    paddingBottom: () => 3.5,
  },
});

/** On every page of a sheet but its first. */
function headOf(page) {
  if (sheets === undefined) return page === 1 ? null : header;
  return (page - 1) % sheets.pages === 0
    ? null
    : (sheets.heads[Math.floor((page - 1) / sheets.pages)] ?? null);
}

function placeWords(page, pages) {
  const [at, of] = sheets === undefined ? [page, pages] : [((page - 1) % sheets.pages) + 1, sheets.pages];
  return pageOf.replace('{page}', at).replace('{pages}', of);
}

const bytes = await pdfmake
  .createPdf({
    ...definition,
    header: (page) => structuredClone(headOf(page)),
    footer: (page, pages) => ({
      margin: footer.margin,
      columns: [
        { ...footer.style, width: '*', text: footer.text },
        { ...footer.style, width: 'auto', text: placeWords(page, pages), alignment: 'right', noWrap: true },
      ],
      columnGap: 12,
    }),
  })
  .getBuffer();
parentPort?.postMessage(bytes);
