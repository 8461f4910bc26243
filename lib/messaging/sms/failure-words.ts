const reasons: Record<string, string> = {
  no_phone: '账号没有手机号',
  template_not_configured: '短信模板没有配置',
  network: '连不上短信服务商',
  timeout: '短信服务商没有回应',
  unexpected: '内容打不开，可能换过密钥',
  no_job: '发送任务中断',
};

/** Why it was not delivered, in words; a carrier's own code is shown as it came. */
export const failureWords = (code: string | null): string =>
  code === null ? '没有记录' : (reasons[code] ?? `短信服务商：${code}`);
