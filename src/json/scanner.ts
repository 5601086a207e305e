import { createScanner, type JSONScanner } from 'jsonc-parser';

/**
 * The kinds and errors of jsonc-parser's scanner (its SyntaxKind and ScanError, version 3.3): it declares them as
 * ambient const enums, which verbatimModuleSyntax does not import. A test compares them with the library's own.
 */
export const kind = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  null: 7,
  true: 8,
  false: 9,
  string: 10,
  number: 11,
  lineComment: 12,
  blockComment: 13,
  unknown: 16,
  end: 17,
} as const;

export const scanError = { unclosedComment: 1, unclosedString: 2, unfinishedNumber: 3 } as const;

/** A scanner over JSON text that may be broken; kinds and errors as plain numbers, see `kind` and `scanError`. */
export interface Scanner
  extends Pick<JSONScanner, 'setPosition' | 'getTokenValue' | 'getTokenOffset' | 'getTokenLength'> {
  scan(): number;
  getTokenError(): number;
}

export function scannerOf(text: string, ignoreTrivia: boolean): Scanner {
  return createScanner(text, ignoreTrivia);
}
