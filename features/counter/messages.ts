/** Told to the account itself; the number it had may be another person's by now. */
export const phoneRebound = (tail: string) => ({
  title: '登录手机号已在窗口更换',
  body: `新手机号尾号 ${tail}。如果不是您本人办理，请立即联系工会。`,
  link: '/me/devices',
});
