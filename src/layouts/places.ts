/**
 * Writes `<?at FILE:LINE?>` before every opening tag in a template's text, so that markup knows each element's place. Mustaches
 * are not changed, and no line moves.
 */
export function withPlaces(program: hbs.AST.Program, file: string): void {
  for (const node of program.body) {
    if (node.type === 'ContentStatement') placeTags(node as hbs.AST.ContentStatement, file);
    if (node.type === 'BlockStatement') {
      const { program: body, inverse } = node as Partial<hbs.AST.BlockStatement>;
      for (const branch of [body, inverse]) if (branch) withPlaces(branch, file);
    }
  }
}

function placeTags(node: hbs.AST.ContentStatement, file: string): void {
  let line = node.loc.start.line;
  node.value = node.value.replace(/\r\n?|\n|<(?=[A-Za-z])/g, (found) => {
    if (found === '<') return `<?at ${file}:${line}?><`;
    line += 1;
    return found;
  });
}

/** Markup without its places, for people. Data cannot contain one, because `<` in data is escaped. */
export function stripPlaces(markup: string): string {
  return markup.replace(/<\?at [^?]*\?>/g, '');
}
