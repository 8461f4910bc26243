import { createHash, createHmac } from 'node:crypto';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();

export const TC3_CONTENT_TYPE = 'application/json; charset=utf-8';

export interface Tc3Call {
  host: string;
  service: string;
  body: string;
  keyId: string;
  keySecret: string;
  at: Date;
}

/**
 * The Authorization of a Tencent Cloud call with a JSON body, TC3-HMAC-SHA256.
 * Source: cloud.tencent.com, 签名方法 v3; the test holds its published example.
 */
export function signTc3(call: Tc3Call): { authorization: string; timestamp: string } {
  const timestamp = String(Math.floor(call.at.getTime() / 1000));
  const day = call.at.toISOString().slice(0, 10);
  const scope = `${day}/${call.service}/tc3_request`;
  const lines = `content-type:${TC3_CONTENT_TYPE}\nhost:${call.host}\n`;
  const signed = 'content-type;host';
  const request = ['POST', '/', '', lines, signed, sha256(call.body)].join('\n');
  const toSign = ['TC3-HMAC-SHA256', timestamp, scope, sha256(request)].join('\n');
  const dayKey = hmac(`TC3${call.keySecret}`, day);
  const signingKey = hmac(hmac(dayKey, call.service), 'tc3_request');
  const signature = hmac(signingKey, toSign).toString('hex');
  const authorization = `TC3-HMAC-SHA256 Credential=${call.keyId}/${scope}, SignedHeaders=${signed}, Signature=${signature}`;
  return { authorization, timestamp };
}
