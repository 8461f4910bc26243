import { createHash, createHmac } from 'node:crypto';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** RFC 3986: what encodeURIComponent leaves, these services want encoded. */
export const encode3986 = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Parameters sorted by name and encoded: what is signed and what is sent are the same text. */
export function canonicalQuery(params: Readonly<Record<string, string>>): string {
  return Object.entries(params)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${encode3986(name)}=${encode3986(value)}`)
    .join('&');
}

export interface Acs3Call {
  host: string;
  action: string;
  version: string;
  query: string;
  keyId: string;
  keySecret: string;
  at: Date;
  nonce: string;
}

/**
 * Headers of an Alibaba Cloud RPC call with an empty body, ACS3-HMAC-SHA256.
 * Source: help.aliyun.com, V3版本请求体&签名机制; the test holds its published example.
 */
export function signAcs3(call: Acs3Call): Record<string, string> {
  const headers: Record<string, string> = {
    host: call.host,
    'x-acs-action': call.action,
    'x-acs-content-sha256': sha256(''),
    'x-acs-date': call.at.toISOString().replace(/\.\d{3}Z$/, 'Z'),
    'x-acs-signature-nonce': call.nonce,
    'x-acs-version': call.version,
  };
  const names = Object.keys(headers).sort();
  const lines = names.map((name) => `${name}:${headers[name]}\n`).join('');
  const signed = names.join(';');
  const request = ['POST', '/', call.query, lines, signed, sha256('')].join('\n');
  const signature = createHmac('sha256', call.keySecret)
    .update(`ACS3-HMAC-SHA256\n${sha256(request)}`)
    .digest('hex');
  const authorization = `ACS3-HMAC-SHA256 Credential=${call.keyId},SignedHeaders=${signed},Signature=${signature}`;
  return { ...headers, authorization };
}
