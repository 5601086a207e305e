/**
 * Cuts filled markup after each `</section>` that stands in no other: a form each, in most layouts. Joined again they are the
 * markup. Undefined where that cannot be told: something stands outside sections, or they do not close.
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
  // White space and places (`<?at …?>`) behind the last section belong to it.
  if (depth > 0 || chunks.length === 0 || !/^(?:\s|<\?[^<>]*\?>)*$/.test(rest)) return undefined;
  chunks.push(`${chunks.pop()}${rest}`);
  return chunks;
}
