/** Excel's limit for the name of a sheet, in UTF-16 units. */
const longest = 31;

/**
 * Names that a workbook can have, in their order: without what Excel forbids (\ / ? * [ ] : and ' at an end), at most 31 long,
 * and different even where upper and lower case count as one; of equal ones the second is 某局(2).
 */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = name.replace(/[\\/?*[\]:\p{Cc}]/gu, ' ').replace(/^[\s']+|[\s']+$/g, '') || '-';
    for (let number = 1; ; number += 1) {
      const tail = number === 1 ? '' : `(${number})`;
      const made = cut(plain, longest - tail.length) + tail;
      const key = made.toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return made;
    }
  });
}

/** Not in the middle of a character. */
function cut(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/[\s']+$/, '');
}
