/**
 * Stands in the bundle for what is never used: the unpacker of WOFF2, a format that `fonts/openFace.ts` refuses (fonts.md §3, trap
 * 1), pdfkit's ciphers, and the maps from templates to sources, which Handlebars goes without where it finds none.
 */
export default function refused(): never {
  throw new Error('neither WOFF2 nor encryption is had');
}

export const cbc = refused;
export const ecb = refused;
