import type { OutgoingHttpHeaders } from 'node:http';

/** What the server answers: data, or a file. */
export type Answer = { readonly status?: number; readonly headers?: OutgoingHttpHeaders } & (
  | { readonly json: unknown }
  | { readonly type: string; readonly bytes: Uint8Array }
);
