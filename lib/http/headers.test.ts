import { describe, expect, it } from 'vitest';
import {
  answerPolicy,
  contentSecurityPolicy,
  isFromUs,
  needsBrowserMark,
  securityHeaders,
} from './headers';

describe('a POST comes from a page of ours', () => {
  it.each([
    ['the same host', 'http://192.168.1.5:3000', '192.168.1.5:3000', null, true],
    ['the public origin behind a proxy', 'https://ghg.cn', 'app:3000', 'https://ghg.cn', true],
    ['no Origin', null, 'ghg.cn', 'https://ghg.cn', false],
    ['a sandboxed frame', 'null', 'ghg.cn', 'https://ghg.cn', false],
    ['another site', 'https://evil.cn', 'ghg.cn', 'https://ghg.cn', false],
    ['a foreign Host with the Origin to it', 'https://evil.cn', 'evil.cn', 'https://ghg.cn', false],
    ['another name of ours', 'http://10.0.0.2', '10.0.0.2', 'https://ghg.cn', false],
    ['another port', 'http://ghg.cn:81', 'ghg.cn', null, false],
    ['something unreadable', '//ghg.cn', 'ghg.cn', null, false],
    ['a name that only begins alike', 'https://ghg.cn.evil.cn', 'ghg.cn', 'https://ghg.cn', false],
  ])('%s', (_, origin, host, publicOrigin, expected) => {
    expect(isFromUs({ origin, host }, publicOrigin)).toBe(expected);
  });
});

describe('the page policy', () => {
  it('lets only scripts with the nonce run, and no eval outside development', () => {
    const policy = contentSecurityPolicy('abc', false);
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(policy).not.toContain('unsafe-eval');
    for (const part of [
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
      "connect-src 'self'",
    ])
      expect(policy).toContain(part);
  });
  it('opens the camera and the QR reader on the check-in page and nowhere else', () => {
    const camera = (path: string) =>
      new Map(securityHeaders(path, true)).get('Permissions-Policy')?.split(',')[0];
    const desk = '/desk/offerings/0192/check-in';
    expect(camera(desk)).toBe('camera=(self)');
    expect(contentSecurityPolicy('abc', false, desk)).toContain("'wasm-unsafe-eval'");
    for (const path of ['/', '/desk/offerings/0192/roll', '/me/check-in', `${desk}/more`]) {
      expect(camera(path)).toBe('camera=()');
      expect(contentSecurityPolicy('abc', false, path)).not.toContain('wasm');
    }
  });
  it('promises https only where there is https', () => {
    const names = (https: boolean) => securityHeaders('/', https).map(([name]) => name);
    expect(names(true)).toContain('Strict-Transport-Security');
    expect(names(false)).not.toContain('Strict-Transport-Security');
  });
  it('opens nothing inside a file, whichever route gives it', () => {
    for (const path of ['/api/answer-files/1', '/api/certificates/1', '/draws/1/list.txt']) {
      expect(answerPolicy('abc', false, path)).toMatch(/^sandbox; default-src 'none'/);
    }
    expect(answerPolicy('abc', false, '/services')).toContain("'nonce-abc'");
  });
  it('marks the browser only where codes are asked for', () => {
    expect(needsBrowserMark('/login/code')).toBe(true);
    expect(needsBrowserMark('/loginx')).toBe(false);
    expect(needsBrowserMark('/guide/join')).toBe(false);
  });
});
