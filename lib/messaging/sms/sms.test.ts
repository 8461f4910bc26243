import { createHash, createHmac } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { type FakeAnswer, fakeServer, type Received } from '@/lib/testing/fake-server';
import { canonicalQuery, signAcs3 } from './acs3';
import { aliyunSms } from './aliyun';
import { chooseSms, templateIds } from './choose';
import { consoleSms } from './console';
import { signTc3 } from './tc3';
import { tencentSms } from './tencent';

const sms = {
  phone: '13900000001',
  templateCode: 'login_code',
  params: { code: '012345', minutes: '5' },
  text: '验证码 012345，5分钟内有效。',
  idempotencyKey: '0198a1b2-0000-7000-8000-000000000001',
};
const account = {
  keyId: 'test-id',
  keySecret: 'test-secret',
  signName: '连心桥',
  templateId: templateIds('login_code=SMS_1'),
};
const sha = (text: string) => createHash('sha256').update(text).digest('hex');
const mac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

let server: Awaited<ReturnType<typeof fakeServer>> | undefined;
afterEach(() => server?.close());

async function vendor(answer: FakeAnswer | ((received: Received) => FakeAnswer)) {
  server = await fakeServer(typeof answer === 'function' ? answer : () => answer);
  return server;
}

describe('the vendors’ published signature examples', () => {
  it('ACS3-HMAC-SHA256', () => {
    const headers = signAcs3({
      host: 'ecs.cn-shanghai.aliyuncs.com',
      action: 'RunInstances',
      version: '2014-05-26',
      query: canonicalQuery({
        RegionId: 'cn-shanghai',
        ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd',
      }),
      keyId: 'YourAccessKeyId',
      keySecret: 'YourAccessKeySecret',
      at: new Date('2023-10-26T10:22:32Z'),
      nonce: '3156853299f313e23d1673dc12e1703d',
    });
    expect(headers.authorization).toBe(
      'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
    );
  });

  it('TC3-HMAC-SHA256', () => {
    const { authorization } = signTc3({
      host: 'cvm.tencentcloudapi.com',
      service: 'cvm',
      body: '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}',
      keyId: 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE',
      keySecret: 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE',
      at: new Date(1_551_113_065_000),
    });
    expect(authorization).toMatch(
      /Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168$/,
    );
  });
});

describe('what is signed for aliyun', () => {
  it('is sorted by name and encoded beyond what a browser encodes', () => {
    expect(canonicalQuery({ b: "(it's!*)", a: '一 二' })).toBe(
      'a=%E4%B8%80%20%E4%BA%8C&b=%28it%27s%21%2A%29',
    );
  });
});

describe('aliyun', () => {
  it('sends a request whose signature the server arrives at by itself', async () => {
    const { endpoint, host, received } = await vendor({ body: { Code: 'OK', BizId: 'b-1' } });
    expect(await aliyunSms({ ...account, endpoint }).send(sms)).toEqual({
      ok: true,
      providerId: 'b-1',
    });
    const request = received[0];
    const query = request?.url.split('?')[1] ?? '';
    expect(Object.fromEntries(new URLSearchParams(query))).toEqual({
      OutId: sms.idempotencyKey,
      PhoneNumbers: '13900000001',
      SignName: '连心桥',
      TemplateCode: 'SMS_1',
      TemplateParam: '{"code":"012345","minutes":"5"}',
    });
    const authorization = String(request?.headers.authorization);
    const names = /SignedHeaders=([^,]+)/.exec(authorization)?.[1]?.split(';') ?? [];
    expect(request?.headers.host).toBe(host);
    const lines = names.map((name) => `${name}:${request?.headers[name]}\n`).join('');
    const canonical = ['POST', '/', query, lines, names.join(';'), sha(request?.body ?? '')].join(
      '\n',
    );
    const expected = mac('test-secret', `ACS3-HMAC-SHA256\n${sha(canonical)}`).toString('hex');
    expect(authorization.endsWith(`Signature=${expected}`)).toBe(true);
  });

  it.each([
    [{ body: { Code: 'isv.MOBILE_NUMBER_ILLEGAL' }, status: 400 }, false],
    [{ body: { Code: 'isv.BUSINESS_LIMIT_CONTROL', Message: '触发分钟级流控Permits:1' } }, true],
    [{ body: { Code: 'isv.BUSINESS_LIMIT_CONTROL', Message: '触发天级流控Permits:10' } }, false],
    [{ body: { Code: 'isp.SYSTEM_ERROR' } }, true],
    [{ body: { Code: 'isp.RAM_PERMISSION_DENY' } }, false],
    [{ body: { Code: 'SignatureDoesNotMatch' }, status: 400 }, false],
    [{ body: {}, status: 500 }, true],
    [{ body: {}, status: 499 }, false],
    [{ body: '<html>' }, true],
    [{ status: 302, location: 'http://127.0.0.1:1/' }, true],
  ])('tells failures that may pass from those that will not: %j', async (answer, retryable) => {
    const { endpoint } = await vendor(answer);
    expect(await aliyunSms({ ...account, endpoint }).send(sms)).toMatchObject({
      ok: false,
      retryable,
    });
  });

  it('gives up after the time allowed, and on a dead line', async () => {
    const { endpoint } = await vendor({ delayMs: 2_000 });
    expect(await aliyunSms({ ...account, endpoint, timeoutMs: 100 }).send(sms)).toEqual({
      ok: false,
      retryable: true,
      code: 'timeout',
    });
    const dead = aliyunSms({ ...account, endpoint: 'http://127.0.0.1:1' });
    expect(await dead.send(sms)).toEqual({ ok: false, retryable: true, code: 'network' });
  });

  it('does not send what has no registered template', async () => {
    const outcome = await aliyunSms(account).send({ ...sms, templateCode: 'unknown' });
    expect(outcome).toEqual({ ok: false, retryable: false, code: 'template_not_configured' });
  });
});

describe('tencent', () => {
  const tencent = (endpoint: string) => tencentSms({ ...account, appId: '1400006666', endpoint });

  it('sends a request whose signature the server arrives at by itself', async () => {
    const { endpoint, received } = await vendor({
      body: { Response: { SendStatusSet: [{ Code: 'Ok', SerialNo: 's-1' }] } },
    });
    expect(await tencent(endpoint).send(sms)).toEqual({ ok: true, providerId: 's-1' });
    const { headers, body = '' } = received[0] ?? {};
    expect(JSON.parse(body)).toEqual({
      PhoneNumberSet: ['+8613900000001'],
      SmsSdkAppId: '1400006666',
      SignName: '连心桥',
      TemplateId: 'SMS_1',
      TemplateParamSet: ['012345', '5'],
      SessionContext: sms.idempotencyKey,
    });
    const stamp = String(headers?.['x-tc-timestamp']);
    const day = new Date(Number(stamp) * 1000).toISOString().slice(0, 10);
    const lines = `content-type:${headers?.['content-type']}\nhost:${headers?.host}\n`;
    const canonical = ['POST', '/', '', lines, 'content-type;host', sha(body)].join('\n');
    const toSign = `TC3-HMAC-SHA256\n${stamp}\n${day}/sms/tc3_request\n${sha(canonical)}`;
    const key = mac(mac(mac('TC3test-secret', day), 'sms'), 'tc3_request');
    expect(headers?.authorization).toBe(
      `TC3-HMAC-SHA256 Credential=test-id/${day}/sms/tc3_request, SignedHeaders=content-type;host, Signature=${mac(key, toSign).toString('hex')}`,
    );
  });

  it.each([
    [{ Error: { Code: 'AuthFailure.SignatureFailure' } }, false],
    [{ Error: { Code: 'RequestLimitExceeded' } }, true],
    [{ Error: { Code: 'InternalError.Timeout' } }, true],
    [{ SendStatusSet: [{ Code: 'LimitExceeded.PhoneNumberDailyLimit' }] }, false],
    [{ SendStatusSet: [{ Code: 'LimitExceeded.PhoneNumberThirtySecondLimit' }] }, true],
    [{ SendStatusSet: [] }, false],
  ])('tells failures that may pass from those that will not: %j', async (response, retryable) => {
    const { endpoint } = await vendor({ body: { Response: response } });
    expect(await tencent(endpoint).send(sms)).toMatchObject({ ok: false, retryable });
  });

  it.each([
    [{ body: '<html>' }, true, 'not_json'],
    [{ body: {}, status: 500 }, true, 'http_500'],
    [{ body: {}, status: 499 }, false, 'http_499'],
  ])('answers what the carrier could not say: %j', async (answer, retryable, code) => {
    const { endpoint } = await vendor(answer);
    expect(await tencent(endpoint).send(sms)).toEqual({ ok: false, retryable, code });
  });

  it('does not send what has no registered template', async () => {
    const { endpoint, received } = await vendor({ body: {} });
    const outcome = await tencent(endpoint).send({ ...sms, templateCode: 'unknown' });
    expect(outcome).toEqual({ ok: false, retryable: false, code: 'template_not_configured' });
    expect(received).toEqual([]);
  });
});

describe('the choice of a carrier', () => {
  const complete = {
    SMS_ACCESS_KEY_ID: 'a',
    SMS_ACCESS_KEY_SECRET: 'b',
    SMS_SIGN_NAME: '连心桥',
    SMS_TEMPLATE_ID: 'SMS_1',
    SMS_APP_ID: '1400006666',
  };

  it('follows the setting and refuses half an account', async () => {
    expect(chooseSms({ SMS_PROVIDER: 'console' })).toBe(consoleSms);
    expect(await consoleSms.send(sms)).toEqual({ ok: true, providerId: sms.idempotencyKey });
    expect(chooseSms({ ...complete, SMS_PROVIDER: 'aliyun' }).name).toBe('aliyun');
    expect(chooseSms({ ...complete, SMS_PROVIDER: 'tencent' }).name).toBe('tencent');
    expect(() => chooseSms({ SMS_PROVIDER: 'aliyun' })).toThrow('SMS_ACCESS_KEY_ID');
  });

  it('maps our templates to the carrier’s', () => {
    expect(templateIds('SMS_9')('anything')).toBe('SMS_9');
    const ids = templateIds('login_code=SMS_1, notice=SMS_2');
    expect([ids('login_code'), ids('notice'), ids('other')]).toEqual(['SMS_1', 'SMS_2', null]);
  });
});
