/** Stands in every payload: by it a page and a file are searched. */
export const MARK = 'tdm66';

/** Ways into a page: as an element, as an attribute, as an address, as a template, through an encoding. */
const elements = [
  `<img src=x onerror=${MARK}()>`,
  `<script>${MARK}()</script>`,
  `<svg onload=${MARK}()>`,
  `<iframe src="javascript:${MARK}()">`,
  `<a href="javascript:${MARK}()">x</a>`,
  `<details open ontoggle=${MARK}()>`,
  `<math><a xlink:href=javascript:${MARK}()>`,
  `<input autofocus onfocus=${MARK}()>`,
  `<style>@import'//${MARK}.test'</style>`,
  `<base href=//${MARK}.test>`,
  `<object data=javascript:${MARK}()>`,
  `<meta http-equiv=refresh content=0;//${MARK}.test>`,
  `<form action=javascript:${MARK}()><button>`,
  `<video><source onerror=${MARK}()></video>`,
  `<body onload=${MARK}()>`,
  `<template><script>${MARK}()</script></template>`,
];
const bare = [
  `javascript:${MARK}()`,
  `data:text/html,<script>${MARK}()</script>`,
  `{{constructor.constructor('${MARK}()')()}}`,
  `\${${MARK}()}`,
  `';${MARK}();//`,
  `'; select pg_sleep(30); --${MARK}`,
  `=HYPERLINK("//${MARK}.test")`,
  `+${MARK}|'/C calc'!A0`,
  `-2+3+${MARK}`,
  `@SUM(${MARK})`,
  `\t=${MARK}`,
  `&lt;script&gt;${MARK}()&lt;/script&gt;`,
  `%3Cscript%3E${MARK}()%3C/script%3E`,
  `\u202e${MARK}<b>`,
];
/** What stands before it: the end of whatever a page might have put it into. */
const exits = [
  '',
  '">',
  "'>",
  '-->',
  '</title>',
  '</textarea>',
  '</script>',
  ']]>',
  '*/',
  '`',
  '\\">',
  '&quot;>',
];
const shape = [
  (text: string) => text,
  (text: string) => text.toUpperCase().replaceAll(MARK.toUpperCase(), MARK),
  (text: string) => text.replaceAll(' ', '/'),
];

/** Texts that are dangerous somewhere, all different, the plainest first. */
export function payloads(count: number): string[] {
  const all = shape.flatMap((form) =>
    exits.flatMap((exit) => [...elements, ...bare].map((text) => exit + form(text))),
  );
  const different = [...new Set(all)];
  if (different.length < count) throw new Error(`there are ${different.length} payloads`);
  return different.slice(0, count);
}
