const known = new Set<string>();

/** The product's own faces, each fetched when it is first needed. */
export function addFaces(names: Iterable<string>): void {
  for (const name of names) {
    if (known.has(name)) continue;
    known.add(name);
    // A face is of one weight, whatever is asked for: no browser makes it bolder.
    const face = new FontFace(`desk-${name}`, `url(/face/${encodeURIComponent(name)})`, { weight: '1 1000' });
    document.fonts.add(face);
    void face.load().catch(() => known.delete(name));
  }
}
