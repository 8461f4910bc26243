import { beforeEach, describe, expect, it, vi } from 'vitest';

const state = vi.hoisted(() => ({
  headers: new Headers(),
  cookies: {} as Record<string, string>,
  env: { APP_ORIGIN: undefined as string | undefined, TRUSTED_PROXIES: 0 },
}));
vi.mock('next/headers', () => ({
  headers: async () => state.headers,
  cookies: async () => ({
    get: (name: string) => (name in state.cookies ? { value: state.cookies[name] } : undefined),
  }),
}));
vi.mock('../env', () => ({ env: () => state.env }));

const { currentClient, deviceWords, isWechatBrowser } = await import('./client');
const { sha256Hex } = await import('../crypto/token');

const android = 'Mozilla/5.0 (Linux; Android 13; V2109A)';
const wechat = `${android} AppleWebKit/537.36 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.43`;

beforeEach(() => {
  state.headers = new Headers();
  state.cookies = {};
  state.env = { APP_ORIGIN: undefined, TRUSTED_PROXIES: 0 };
});

describe('a device in 我的设备', () => {
  it.each([
    [wechat, '微信 · 安卓手机'],
    [`${android} Chrome/116.0 Mobile Safari/537.36`, 'Chrome · 安卓手机'],
    [`${android} Chrome/116.0 HuaweiBrowser/14 Safari/537.36`, '华为浏览器 · 安卓手机'],
    [`${android} XiaoMi/MiuiBrowser/18 Chrome/116 Safari/537`, '小米浏览器 · 安卓手机'],
    [`${android} MQQBrowser/14 Safari/537`, 'QQ浏览器 · 安卓手机'],
    ['Mozilla/5.0 (Phone; OpenHarmony 5.0) Chrome/114 Safari/537', 'Chrome · 鸿蒙手机'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17 like Mac OS X) CriOS/1 Safari/6', 'Chrome · 苹果手机'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17 like Mac OS X) Safari/604', 'Safari · 苹果手机'],
    ['Mozilla/5.0 (iPad; CPU OS 17 like Mac OS X) Safari/604', 'Safari · iPad'],
    ['Mozilla/5.0 (Windows NT 10.0) Chrome/119 Safari/537 Edg/119', 'Edge · Windows 电脑'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 14) Gecko Firefox/119', '火狐 · 苹果电脑'],
    ['Mozilla/5.0 (X11; Linux x86_64) Gecko Firefox/119', '火狐 · Linux 电脑'],
    ['curl/8', '其他浏览器 · 其他设备'],
    ['', '其他浏览器 · 其他设备'],
  ])('%s is called %s', (agent, words) => {
    expect(deviceWords(agent)).toBe(words);
  });

  it('offers WeChat where WeChat is', () => {
    expect(isWechatBrowser(wechat)).toBe(true);
    expect(isWechatBrowser(android)).toBe(false);
  });
});

describe('where a request came from', () => {
  it('is its browser’s mark as a hash, its network and its device', async () => {
    state.headers = new Headers({ 'x-real-ip': '203.0.113.9', 'user-agent': wechat });
    state.cookies = { 'lx-b': 'mark' };
    expect(await currentClient()).toEqual({
      browser: sha256Hex('mark'),
      address: '203.0.113.9',
      device: '微信 · 安卓手机',
    });
  });

  it('is without a mark no browser, and without an address no network', async () => {
    expect(await currentClient()).toEqual({
      browser: '',
      address: null,
      device: '其他浏览器 · 其他设备',
    });
  });

  it('reads the mark that https keeps apart', async () => {
    state.env.APP_ORIGIN = 'https://ghg.example.cn';
    state.cookies = { 'lx-b': 'old', '__Host-lx-b': 'mark' };
    expect((await currentClient()).browser).toBe(sha256Hex('mark'));
  });

  it('looks at the first 400 characters of what a browser says of itself', async () => {
    state.headers = new Headers({ 'user-agent': `${'x'.repeat(400)} MicroMessenger` });
    expect((await currentClient()).device).toBe('其他浏览器 · 其他设备');
    state.headers = new Headers({ 'user-agent': `${'x'.repeat(385)} MicroMessenger` });
    expect((await currentClient()).device).toBe('微信 · 其他设备');
  });
});
