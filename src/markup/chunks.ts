/**
 * Cuts filled markup after each outermost `</section>`, which in most layouts ends a form. Joined, the chunks are the markup
 * again. Undefined where something is outside sections, or a section is not closed.
 */
export function chunksOf(markup: string): string[] | undefined {
  const chunks: string[] = [];
  let depth = 0;
  let from = 0;
  const tags = /<(\/?)([A-Za-z][\w-]*)(?:[^<>"']|"[^"]*"|'[^']*')*?(\/?)>/g;
  for (let tag = tags.exec(markup); tag; tag = tags.exec(markup)) {
    const [written, closing, name, empty] = tag;
    if (name !== 'section') {
      if (depth === 0) return undefined;
      continue;
    }
    if (empty) continue;
    depth += closing ? -1 : 1;
    if (depth < 0) return undefined;
    if (depth > 0) continue;
    const end = tag.index + written.length;
    chunks.push(markup.slice(from, end));
    from = end;
  }
  const rest = markup.slice(from);
  // White space and places (`<?at …?>`) after the last section belong to it.
  if (depth > 0 || chunks.length === 0 || !/^(?:\s|<\?[^<>]*\?>)*$/.test(rest)) return undefined;
  chunks.push(`${chunks.pop()}${rest}`);
  return chunks;
}
