interface Rated {
  readonly entityType: 'booking' | 'application';
  readonly entityId: string;
  readonly kind: string;
  readonly title: string;
}

/** Where a case is rated, and where its answer is read. */
export const ratingPath = (r: Pick<Rated, 'entityType' | 'entityId'>): string =>
  `/me/ratings/${r.entityType}/${r.entityId}`;

/** A screening is named on no lock screen (PIPL 28). */
const neutral = { title: '请查看健康服务通知', body: '您的预约有新进展，请打开查看。' };

/** Asked once for each case; in the inbox only, a text message would be a nuisance. */
export const askNotice = (r: Rated) => ({
  ...(r.kind === 'screening'
    ? neutral
    : {
        title: `办得怎么样：${r.title}`,
        body: '点开评价，一分钟。评价不满意的，会限期整改并答复您。',
      }),
  link: ratingPath(r),
  dedupeKey: `rate:${r.entityType}:${r.entityId}`,
});

/** What the organiser found and did about a poor rating. */
export const answeredNotice = (r: Rated, ratingId: string, version: number) => ({
  ...(r.kind === 'screening'
    ? neutral
    : { title: `您的评价有答复：${r.title}`, body: '请看看解决了没有。没解决会转上级工会。' }),
  link: ratingPath(r),
  sms:
    r.kind === 'screening'
      ? {
          template: 'booking_neutral',
          params: {},
          text: '您有一条健康服务通知，请登录查看。',
        }
      : { template: 'rating_answered', params: {}, text: '您的评价已有答复，请登录查看。' },
  dedupeKey: `rating:${ratingId}:${version}`,
});
