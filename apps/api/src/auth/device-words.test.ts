import { expect, test } from 'vitest';
import { deviceWords } from './device-words.ts';

test('[AUT-21] a device is told in coarse words, without versions', () => {
  const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';
  for (const [agent, words] of [
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Edg/141.0.0.0`, 'Edge on Windows'],
    [`Mozilla/5.0 (Linux; Android 14; SM-X200) ${chrome}`, 'Chrome on Android'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0', 'Firefox on Linux'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15',
      'Safari on a Mac',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 Version/17.4 Mobile Safari/604.1',
      'Safari on an iPhone',
    ],
    ['curl/8.5.0', 'A program'],
    [undefined, 'A program'],
    ['<script>alert(1)</script> Firefox/1', 'Firefox'],
  ] as const)
    expect(deviceWords(agent)).toBe(words);
});
