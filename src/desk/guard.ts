import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';

/** What every answer says: nothing from elsewhere is loaded, nothing inline runs, no other page may show or send to this one. */
export const safeHeaders: OutgoingHttpHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob: data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};

/** A word that nobody guesses: 128 bits. */
export function newToken(): string {
  return randomBytes(16).toString('base64url');
}

/** Where requests may come from. */
export interface Gate {
  readonly token: string;
  /** Names by which browsers reach the desk, with the port: 127.0.0.1:4174. */
  readonly hosts: readonly string[];
}

/**
 * Whether a request came from a page of this desk, by who holds its token. A name that somebody else's DNS leads here is refused, and
 * so is what another page sends. Returns the status of the refusal.
 */
export function refusedBy({ token, hosts }: Gate, request: IncomingMessage): number | undefined {
  const { host = '', origin, 'sec-fetch-site': site, 'x-desk-token': given } = request.headers;
  if (!hosts.includes(host)) return 421;
  if (origin !== undefined && !hosts.some((each) => origin === `http://${each}` || origin === `https://${each}`))
    return 403;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 403;
  return typeof given === 'string' && same(given, token) ? undefined : 401;
}

/** Whether a page or a part of one may be fetched, which says nothing of any report. */
export function isForeign({ hosts }: Gate, request: IncomingMessage): boolean {
  return !hosts.includes(request.headers.host ?? '');
}

function same(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
