import { type Replied, recordOf, requestJson, textOf } from '@/lib/http/request-json';
import type { CarrierAccount, SmsOutcome, SmsProvider } from './provider';
import { signTc3, TC3_CONTENT_TYPE } from './tc3';

const LATER =
  /^(InternalError|RequestLimitExceeded|ResourceUnavailable|LimitExceeded\.(DeliveryFrequencyLimit|PhoneNumber(ThirtySecond|OneHour)Limit)|FailedOperation\.InsufficientBalanceInSmsPackage)/;

function outcomeOf(replied: Replied): SmsOutcome {
  if (!replied.ok) return { ok: false, retryable: true, code: replied.code };
  const response = recordOf(replied.body.Response);
  const statuses: unknown[] = Array.isArray(response?.SendStatusSet) ? response.SendStatusSet : [];
  const status = recordOf(statuses[0]);
  if (status?.Code === 'Ok') return { ok: true, providerId: textOf(status.SerialNo) };
  const failed = textOf(recordOf(response?.Error)?.Code) || textOf(status?.Code);
  const code = failed || `http_${replied.status}`;
  return { ok: false, retryable: LATER.test(code) || replied.status >= 500, code };
}

/** 腾讯云短信, SendSms of 2021-01-11. `appId` is the SdkAppId of the console. */
export function tencentSms(account: CarrierAccount & { appId: string }): SmsProvider {
  const url = new URL(account.endpoint ?? 'https://sms.tencentcloudapi.com');
  return {
    name: 'tencent',
    async send(sms) {
      const template = account.templateId(sms.templateCode);
      if (!template) return { ok: false, retryable: false, code: 'template_not_configured' };
      const body = JSON.stringify({
        PhoneNumberSet: [`+86${sms.phone}`],
        SmsSdkAppId: account.appId,
        SignName: account.signName,
        TemplateId: template,
        TemplateParamSet: Object.values(sms.params),
        SessionContext: sms.idempotencyKey,
      });
      const { authorization, timestamp } = signTc3({
        host: url.host,
        service: 'sms',
        body,
        keyId: account.keyId,
        keySecret: account.keySecret,
        at: account.now?.() ?? new Date(),
      });
      const headers = {
        authorization,
        'content-type': TC3_CONTENT_TYPE,
        'x-tc-action': 'SendSms',
        'x-tc-version': '2021-01-11',
        'x-tc-region': 'ap-guangzhou',
        'x-tc-timestamp': timestamp,
      };
      return outcomeOf(
        await requestJson(url, { method: 'POST', headers, body, timeoutMs: account.timeoutMs }),
      );
    },
  };
}
