import { create as createFont, type Font } from 'fontkit';

export * from 'fontkit';

const fonts = new WeakMap<Uint8Array, ReturnType<typeof createFont>>();

/** Stands in the bundle for fontkit's own: pdfkit gets the font that fonts/openFace.ts has made of the same bytes. */
export function create(bytes: Buffer, name?: string): ReturnType<typeof createFont> {
  if (name) return createFont(bytes, name);
  const font = fonts.get(bytes) ?? (createFont(bytes) as Font);
  fonts.set(bytes, font);
  return font;
}
