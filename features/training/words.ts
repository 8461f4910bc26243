/** Said before anything is printed, on the page and by the command alike. */
export const unprintableWords = (characters: string): string =>
  `证书字库里没有“${characters}”，印出来会缺字，先不发。请系统管理员按运维手册加上生僻字字体，再回来发证`;

/** What officers read when certificates are refused. */
export const certificateWords = {
  no_certificate: '这门课没有设结业证，请在“设置”里选“结业证”再发',
  not_over: '课还没上完，最后一次课结束后才能发证',
  no_roll: '还没有签到记录，请先到名册点名',
  unprintable: ({ characters }: Record<string, string | number>) =>
    unprintableWords(`${characters}`),
  own_case: '这是您本人或家人的证书，请同事办理（回避）',
  already_revoked: '这张证书已经作废，请刷新',
} as const;

/** What a person reads when an answer to 培训回访 was refused. */
export const followUpWords = {
  closed: '这次回访已经截止，不用再答了。有变化请告诉培训的工会',
} as const;

/** What an officer reads when certificates were not printed. */
export const printCertificateWords: Readonly<Record<string, string>> = {
  no_certificates: '还没有有效的证书，先发证再打印',
  step_up: '证书上有完整姓名，打印前请先输一次动态码',
};
