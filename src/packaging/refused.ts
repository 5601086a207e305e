/**
 * Stands in the bundle for what is never used: the packers and unpackers of WOFF and WOFF2, formats that `fonts/openFace.ts`
 * refuses, pdfkit's ciphers, and the maps to sources, which Handlebars and postcss go without where they find none.
 */
export default function refused(): never {
  throw new Error('neither WOFF nor encryption is had');
}

export const cbc = refused;
export const ecb = refused;
