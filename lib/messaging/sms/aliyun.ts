import { randomUUID } from 'node:crypto';
import { type Replied, requestJson, textOf } from '@/lib/http/request-json';
import { canonicalQuery, signAcs3 } from './acs3';
import type { CarrierAccount, SmsOutcome, SmsProvider } from './provider';

// The service is busy, the account is to be topped up, or a limit of minutes or hours was met.
const LATER = /^(isp\.|Throttling|ServiceUnavailable|InternalError|isv\.OUT_OF_SERVICE$)/;

function outcomeOf(replied: Replied): SmsOutcome {
  if (!replied.ok) return { ok: false, retryable: true, code: replied.code };
  const code = textOf(replied.body.Code) || `http_${replied.status}`;
  if (code === 'OK') return { ok: true, providerId: textOf(replied.body.BizId) };
  if (code === 'isp.RAM_PERMISSION_DENY') return { ok: false, retryable: false, code };
  const limitOfTheDay = /天级/.test(textOf(replied.body.Message));
  const limited = code === 'isv.BUSINESS_LIMIT_CONTROL' && !limitOfTheDay;
  return { ok: false, retryable: limited || LATER.test(code) || replied.status >= 500, code };
}

/** The carrier 阿里云短信服务, by its SendSms of 2017-05-25 with the account's own key. */
export function aliyunSms(account: CarrierAccount): SmsProvider {
  const endpoint = account.endpoint ?? 'https://dysmsapi.aliyuncs.com';
  return {
    name: 'aliyun',
    async send(sms) {
      const template = account.templateId(sms.templateCode);
      if (!template) return { ok: false, retryable: false, code: 'template_not_configured' };
      const url = new URL(endpoint);
      const query = canonicalQuery({
        OutId: sms.idempotencyKey,
        PhoneNumbers: sms.phone,
        SignName: account.signName,
        TemplateCode: template,
        TemplateParam: JSON.stringify(sms.params),
      });
      const headers = signAcs3({
        host: url.host,
        action: 'SendSms',
        version: '2017-05-25',
        query,
        keyId: account.keyId,
        keySecret: account.keySecret,
        at: account.now?.() ?? new Date(),
        nonce: randomUUID(),
      });
      url.search = query;
      return outcomeOf(
        await requestJson(url, { method: 'POST', headers, timeoutMs: account.timeoutMs }),
      );
    },
  };
}
