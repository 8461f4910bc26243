/** The separate consent for what is sensitive in the 登记表. Whoever changes it gives it a new version (PIPL 14, 29). */
export const sensitiveConsent = {
  purpose: 'member_record_sensitive',
  version: '2026-1',
  body:
    '工会用我填写的民族、政治面貌、户籍所在地填写会员登记表、做会员统计。三项都加密保存，只有所在工会和上级工会' +
    '管会员的干部能看，每次查看都有记录。在籍期间保存。不填、不同意都不影响会籍和服务；填了以后随时可以改成“不填”，同意就此撤回。',
} as const;
