import type { ConsentText } from './consent-text';

/** A text people agree to, in sections as the page shows it. */
export interface Agreement extends ConsentText {
  readonly title: string;
  readonly sections: readonly { readonly heading: string; readonly text: string }[];
}

/** Who the agreement is with, as the settings say it. */
interface Publisher {
  readonly name: string;
  readonly logoText: string;
  readonly townWord: string;
  readonly hotline: string;
  readonly privacyContact: string;
}

type Section = readonly [heading: string, text: string];

function agreement(
  purpose: string,
  title: string,
  version: string,
  parts: readonly Section[],
): Agreement {
  const sections = parts.map(([heading, text]) => ({ heading, text }));
  const body = parts.map(([heading, text]) => `${heading}\n${text}`).join('\n');
  return { purpose, title, version, sections, body };
}

/** 用户协议; a new wording gets a new version and is agreed to afresh. */
export const terms = ({ name, logoText, townWord, hotline }: Publisher): Agreement =>
  agreement('terms', '用户协议', '2026-12', [
    ['这是什么', `${logoText}由${name}提供，用来办理入会、预约工会服务。全部免费。`],
    ['您的账号', '一个手机号一个账号。请不要把验证码、密码告诉别人，工会干部也不会向您索要。'],
    ['如实填写', '请填写真实信息。冒用他人身份的申请会被退回，并记录在案。'],
    ['名额与取消', '报上名的服务，来不了请在截止前取消，把名额让给别的会员。'],
    ['停用', '账号被盗用或违反本协议时，我们会停用账号，并告诉您原因和申诉办法。'],
    ['联系我们', `有问题请拨打工会服务热线 ${hotline}，或到所在${townWord}工会窗口。`],
  ]);

/** 隐私政策 (PIPL 17): who, what, why, how long, which rights. */
export const privacy = ({ name, townWord, hotline, privacyContact }: Publisher): Agreement =>
  agreement('privacy', '隐私政策', '2026-12', [
    ['谁在处理', `${name}及您所在的${townWord}工会、基层工会。联系方式：${privacyContact}。`],
    [
      '收集什么',
      '登录时只收集手机号。入会、报名时用到的姓名、证件号码、子女信息，会在填写的那一页单独说明并征得同意。',
    ],
    ['用来做什么', '只用于办理您申请的事项和通知结果。不用于营销，不交给平台企业，不公开。'],
    ['谁看得到', '只有经办的工会干部，且每次查看证件号码都有记录。系统管理员看不到业务数据。'],
    ['怎么保管', '数据存放在境内。证件号码、子女和健康信息加密存放。'],
    ['保存多久', '登录记录保存 6 个月；会籍资料按工会档案规定保存；其他资料办结后按期删除。'],
    [
      '您的权利',
      `可以查看、更正、导出和删除自己的信息，可以撤回同意，撤回不影响已办的事。“我的”里办不了的，拨打 ${hotline} 或到工会窗口提出，核对身份后办理。`,
    ],
    ['Cookie', '只用于保持登录和防止冒用，没有广告和第三方统计。'],
  ]);

/** Everything agreed to with the first sign-in. */
export const signInTexts = (by: Publisher): readonly Agreement[] => [terms(by), privacy(by)];
