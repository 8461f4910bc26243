/** The answer of 女职工部. On a lock screen it names neither the service nor the illness (PIPL 28). */
export function returnNotice(of: { id: string; offeringId: string }, version: number) {
  return {
    title: '请查看健康服务通知',
    body: '您的申请已有答复，请打开查看。',
    link: `/services/${of.offeringId}/return`,
    sms: {
      template: 'booking_neutral',
      params: {},
      text: '您有一条健康服务通知，请登录查看。',
    },
    dedupeKey: `return:${of.id}:${version}`,
  };
}
