/** Text as XHTML holds it: nothing that was typed becomes markup. */
export function escapeXhtml(text: string): string {
  return (
    text
      // What XML 1.0 cannot hold at all.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are meant
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;')
  );
}

/** Lines as a FHIR narrative. */
export function narrative(lines: readonly string[]): { status: 'generated'; div: string } {
  const items = lines.map((line) => `<li>${escapeXhtml(line)}</li>`).join('');
  return { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml"><ul>${items}</ul></div>` };
}
