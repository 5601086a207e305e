import { createRequire } from 'node:module';
import stringWidth from 'string-width';
import { expect, it } from 'vitest';

const standIn = createRequire(import.meta.url)('../../../dist/packaging/width.cjs') as (text: string) => number;

it('what stands in for string-width measures usual characters as it does, without loading it', () => {
  const usual = Array.from({ length: 0x10000 }, (_, code) => code).filter(
    (code) =>
      (code >= 0x20 && code < 0x7f) ||
      (code > 0x3000 && code < 0x302a) ||
      (code >= 0x4e00 && code < 0xa000) ||
      (code > 0xff00 && code < 0xff5f),
  );
  const texts = usual.map((code) => `甲${String.fromCharCode(code)}a`);
  expect(texts.filter((text) => standIn(text) !== stringWidth(text))).toEqual([]);
  expect(standIn('')).toBe(0);
});
