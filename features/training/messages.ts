import { followUpPath } from './rules/follow-up';

interface Issued {
  readonly id: string;
  readonly number: string;
  readonly course: string;
}

const sms = {
  template: 'certificate',
  params: {},
  text: '您的培训证书有新进展，请登录查看。',
};

const about = ({ id }: Issued, event: string) => ({
  link: `/me/certificates/${id}`,
  dedupeKey: `certificate:${id}:${event}`,
});

/** To whoever finished a course. */
export const issuedNotice = (c: Issued) => ({
  title: `结业证书已发：${c.course}`,
  body: `证书编号 ${c.number}。可以在“我的证书”里打开、保存。`,
  sms,
  ...about(c, 'issued'),
});

/** To whoever's name or document was put right: the new one is here, the old one is void. */
export const exchangedNotice = (c: Issued, old: string) => ({
  title: `结业证书已换发：${c.course}`,
  body: `新证书编号 ${c.number}，可以在“我的证书”里打开、保存。原证书 ${old} 已作废。`,
  sms,
  ...about(c, 'issued'),
});

/** To whoever's certificate holds no longer, with the reason. */
export const revokedNotice = (c: Issued, reason: string) => ({
  title: `结业证书已作废：${c.course}`,
  body: `证书编号 ${c.number}。原因：${reason}。有疑问请联系发证工会。`,
  sms,
  ...about(c, 'revoked'),
});

/** To whoever came to a training, some months later; which course it was stands in the portal only. */
export const followUpNotice = (asked: { id: string; title: string }, months: number) => ({
  title: `培训回访：${asked.title}`,
  body: `上完课 ${months} 个月了，现在就业、创业还是未就业？点开选一项，半分钟。只用来改进培训。`,
  link: followUpPath(asked.id),
  sms: {
    template: 'follow_up',
    params: {},
    text: '您参加的培训有一个回访，只要选一项，请登录查看。',
  },
  dedupeKey: `follow_up:${asked.id}`,
});
