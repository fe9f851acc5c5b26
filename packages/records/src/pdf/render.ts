/// <reference path="./pdfmake.d.ts" />
import pdfmake from 'pdfmake';
import fonts from 'pdfmake/fonts/Roboto.js';

// Roboto (Apache-2.0) comes with the library and has Latin with accents, Greek and Cyrillic; what is used of it is
// embedded. Nothing else may be read: a text that somebody typed is never a path or an address.
pdfmake.setFonts(fonts);
pdfmake.setUrlAccessPolicy(() => false);
const own = new Set(Object.values(fonts.Roboto));
pdfmake.setLocalAccessPolicy((path) => own.has(path));

/** A document definition as the bytes of a PDF. */
export function render(definition: object): Promise<Buffer> {
  return pdfmake.createPdf(definition).getBuffer();
}
