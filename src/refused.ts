/** Stands in the bundle for the unpacker of WOFF2, a format that `fonts/open.ts` refuses (fonts.md §3, trap 1). */
export default function refused(): never {
  throw new Error('WOFF2 is not read');
}
