import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { announcementSms } from '@/features/announcements/messages';
import { registeredText, smsTemplates } from './sms-templates';

const sources = ['features', 'lib'].flatMap((folder) =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test(-\w+)?\.tsx?$/.test(file))
    .map((file) => fs.readFileSync(path.join(folder, file), 'utf8')),
);

/** Templates by the words of the code: written out, or made of the event that a notice is about. */
function sent(): { code: string; params: string[] }[] {
  return sources.flatMap((text) => {
    const params = (words = '') =>
      [...words.matchAll(/(\w+)(?::|,|\s*$)/g)].map(([, name]) => name ?? '');
    const plain = [...text.matchAll(/template: '(\w+)',\s*params: \{([^}]*)\}/g)].map(
      ([, code = '', given]) => ({ code, params: params(given).filter((n) => /^[a-z]+$/.test(n)) }),
    );
    const notices = text
      .split('bookingNotice(')
      .slice(1)
      .flatMap((call) => {
        const [, event] = /^\s*[\w.]+,\s*'(\w+)'/.exec(call) ?? [];
        return event && /\bsms:/.test(call.split(/^\}?\);$/m)[0] ?? '')
          ? [{ code: `booking_${event}`, params: ['number'] }]
          : [];
      });
    const applications = [...text.matchAll(/messageOf\(\s*'(\w+)',\s*\{([^}]*)\}/g)].map(
      ([, code = '', given = '']) => ({
        code: `membership_${code}`,
        params: [...given.matchAll(/(\w+):/g)].map(([, name]) => name ?? ''),
      }),
    );
    return [...plain, ...notices, ...applications];
  });
}

describe('the list of texts to register with the carrier', () => {
  it('names every template that any notice sends, each once', () => {
    const listed = smsTemplates.map(({ code }) => code);
    expect(new Set(listed).size).toBe(listed.length);
    const codes = [...new Set(sent().map(({ code }) => code))];
    expect(codes.length).toBeGreaterThan(20);
    expect(codes.filter((code) => !listed.includes(code))).toEqual([]);
  });

  it('asks the carrier for no parameter that is not sent', () => {
    const given = new Map(sent().map(({ code, params }) => [code, params]));
    for (const { code, text } of smsTemplates) {
      const asked = [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
      const known = given.get(code);
      if (known)
        expect(
          asked.filter((name) => !known.includes(name)),
          code,
        ).toEqual([]);
    }
  });

  it('keeps each within one text of 70 characters, its signature counted', () => {
    for (const { code, text } of smsTemplates) expect(text.length, code).toBeLessThanOrEqual(60);
  });

  it.each([
    ['training', '请带笔'],
    ['training', '请带笔'.repeat(20)],
    ['screening', '请空腹来'],
  ] as const)('says word for word what a message to many of a %s sends', (kind, words) => {
    const { template, params, text } = announcementSms({ kind, title: '骑手安全课' }, words, 35);
    const registered = smsTemplates.find(({ code }) => code === template)?.text ?? '';
    expect(registered.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')).toBe(text);
  });

  it('is written as the console of each carrier takes it', () => {
    const text = '入会申请{number}有{count}项要补正';
    expect(registeredText(text, 'tencent')).toBe('入会申请{1}有{2}项要补正');
    expect(registeredText(text, 'aliyun')).toBe(
      ['入会申请$', '{number}有$', '{count}项要补正'].join(''),
    );
  });
});
