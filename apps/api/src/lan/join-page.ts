import type { Authority } from './authority.ts';
import { type JoinLanguage, type JoinStep, joinSystems, systemOf } from './join-steps.ts';

interface Asked {
  /** `https://192.168.1.20:3443`. */
  readonly tandem: string;
  /** The browser's `User-Agent` and `Accept-Language`. */
  readonly agent: string;
  readonly language: string;
  readonly authority: Pick<Authority, 'fingerprint'>;
}

const words = {
  en: {
    title: 'Join this clinic’s Tandem',
    why: 'Tandem runs on a computer in this clinic, and this device does not know that computer yet. Three steps, once; then it opens without a warning and works when the internet does not.',
    load: 'Load',
    next: 'Then open Tandem',
    nextWhy:
      'It checks this tablet: trusted, installed, clock, sound, and whether what you type is kept without a line. If a warning comes instead, a step above is missing.',
    open: 'Open the tablet check',
    compare:
      'To be sure that it is this computer: the certificate shows this fingerprint (SHA-256), the same that the computer prints when Tandem starts.',
    limits: 'It vouches for addresses of private networks and for no page on the internet.',
  },
  de: {
    title: 'Zum Tandem dieser Praxis',
    why: 'Tandem läuft auf einem Computer in dieser Praxis, und dieses Gerät kennt ihn noch nicht. Drei Schritte, einmal; danach öffnet es sich ohne Warnung und geht auch, wenn das Internet nicht geht.',
    load: 'Laden:',
    next: 'Dann Tandem öffnen',
    nextWhy:
      'Dort wird dieses Tablet geprüft: vertraut, installiert, Uhr, Ton, und ob Getipptes auch ohne Verbindung bleibt. Kommt stattdessen eine Warnung, fehlt oben ein Schritt.',
    open: 'Tablet prüfen',
    compare:
      'Damit es sicher dieser Computer ist: Das Zertifikat zeigt diesen Fingerabdruck (SHA-256), denselben, den der Computer beim Start von Tandem ausgibt.',
    limits: 'Es bürgt für Adressen privater Netze und für keine Seite im Internet.',
  },
} as const;

const languageOf = (accepted: string): JoinLanguage => (/^\s*de\b/i.test(accepted) ? 'de' : 'en');

const style = `
:root{color-scheme:light dark;--back:#f6f5f2;--card:#fff;--ink:#20242a;--soft:#5a616b;--edge:#d9d7d1;--tap:#1f5f8b;--on:#fff}
@media (prefers-color-scheme:dark){:root{--back:#14171a;--card:#1c2024;--ink:#e6e3dc;--soft:#a6adb5;--edge:#343a40;--tap:#7fb4d8;--on:#101418}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--ink);font:18px/1.5 system-ui,sans-serif}
main{max-width:46rem;margin:0 auto;padding:2rem 1.25rem 3rem}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .75rem}
h2{font-size:1.25rem;margin:2rem 0 .5rem}
p{margin:.25rem 0 1rem}
.soft{color:var(--soft);font-size:1rem}
details{background:var(--card);border:1px solid var(--edge);border-radius:12px;margin:.75rem 0}
summary{padding:1rem 1.25rem;font-weight:600;cursor:pointer;min-height:48px}
ol{list-style:none;counter-reset:step;margin:0;padding:0 1.25rem 1rem}
li{counter-increment:step;display:grid;grid-template-columns:2.25rem 1fr 15rem;gap:.25rem 1rem;padding:1rem 0;border-top:1px solid var(--edge)}
li::before{content:counter(step);font-weight:700;color:var(--tap);font-size:1.5rem;line-height:1.2}
li>div{min-width:0}
svg{width:15rem;height:auto;display:block}
.button{display:inline-block;background:var(--tap);color:var(--on);text-decoration:none;border-radius:8px;padding:.7rem 1.1rem;font-weight:600;min-height:48px}
code{font:15px/1.6 ui-monospace,monospace;overflow-wrap:anywhere}
@media (max-width:40rem){li{grid-template-columns:2.25rem 1fr}svg{grid-column:2}}
`;

/** The page that a tablet without trust opens; it needs nothing but itself. */
export function joinPage({ tandem, agent, language, authority }: Asked): string {
  const tongue = languageOf(language);
  const word = words[tongue];
  const own = systemOf(agent);
  const systems = [...joinSystems[tongue]].sort((a, b) => Number(b.id === own) - Number(a.id === own));
  const parts = systems.map(
    ({ id, name, steps }) =>
      `<details${id === own ? ' open' : ''}><summary>${escaped(name)}</summary><ol>${steps
        .map((step) => stepHtml(step, word.load))
        .join('')}</ol></details>`,
  );
  return `<!doctype html>
<html lang="${tongue}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${word.title}</title><style>${style}</style></head>
<body><main>
<h1>${word.title}</h1>
<p>${word.why}</p>
${parts.join('\n')}
<h2>${word.next}</h2>
<p>${word.nextWhy}</p>
<p><a class="button" href="${escaped(tandem)}/tablet-check">${word.open}</a></p>
<p class="soft">${word.compare}<br><code>${authority.fingerprint}</code><br>${word.limits}</p>
</main></body></html>
`;
}

function stepHtml({ text, screen, file }: JoinStep, load: string): string {
  const link = file === undefined ? '' : `<p><a class="button" href="/${file}">${load} ${file}</a></p>`;
  return `<li><div>${escaped(text)}${link}</div>${picture(screen)}</li>`;
}

const [WIDTH, ROW, EDGE] = [240, 30, 10];

/** A tablet's screen with these rows; the one to tap stands out by colour, weight and a finger's ring. */
function picture(rows: readonly string[]): string {
  const height = rows.length * ROW + 2 * EDGE;
  const drawn = rows.map((row, at) => {
    const tap = row.startsWith('>');
    const text = escaped(tap ? row.slice(1) : row);
    const y = EDGE + at * ROW;
    const frame = tap
      ? `<rect x="8" y="${y + 2}" width="${WIDTH - 16}" height="${ROW - 4}" rx="6" fill="var(--tap)"/><circle cx="${WIDTH - 22}" cy="${y + ROW / 2}" r="7" fill="none" stroke="var(--on)" stroke-width="2"/>`
      : '';
    const colour = tap ? 'var(--on)' : at === 0 ? 'var(--ink)' : 'var(--soft)';
    const longest = tap ? 24 : 30;
    const fit =
      text.length > longest ? ` textLength="${WIDTH - (tap ? 56 : 28)}" lengthAdjust="spacingAndGlyphs"` : '';
    return `${frame}<text x="16" y="${y + 20}" font-size="13"${tap || at === 0 ? ' font-weight="600"' : ''} fill="${colour}"${fit}>${text}</text>`;
  });
  return `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(rows.map((row) => row.replace(/^>/, '')).join(', '))}"><rect x="1" y="1" width="${WIDTH - 2}" height="${height - 2}" rx="12" fill="var(--back)" stroke="var(--edge)" stroke-width="2"/>${drawn.join('')}</svg>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
