/**
 * What a person who edits the file is likely to type: the 3,755 level-1 汉字 of GB/T 2312-1980 (rows 16–55), its marks,
 * numbers and full-width Latin (rows 1–3), and ASCII.
 */
export function commonCharacters(): string {
  return ascii() + gb2312Rows(1, 3) + gb2312Rows(16, 55);
}

function ascii(): string {
  return String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index));
}

/** Rows of 94 places; in GB 18030, which holds GB/T 2312 unchanged, both bytes stand 0xA0 higher. */
function gb2312Rows(first: number, last: number): string {
  const bytes: number[] = [];
  for (let row = first; row <= last; row++) {
    for (let place = 1; place <= 94; place++) bytes.push(0xa0 + row, 0xa0 + place);
  }
  // Unused places map to the private use area.
  return new TextDecoder('gb18030').decode(new Uint8Array(bytes)).replace(/[\p{Co}\p{Cn}]/gu, '');
}
