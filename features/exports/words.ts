/** Why nothing was taken out, and what to do. */
export const exportRefusals = {
  needs_reason: '要完整号码，请写明用途',
  step_up: '要完整号码，请先再输一次动态码',
  too_many: '名单太长，请缩小筛选再导出',
  empty: '名单里没有人，没有可以导出的',
  lost_search: '这次搜索已失效，没有导出。请重新搜索再导出',
  link_used: '这个链接下载过了，要再下载请重新导出',
  link_expired: '链接过了 10 分钟，请重新导出',
} as const;
export type ExportRefusal = keyof typeof exportRefusals;

/** Whether a code in an address is one of ours. */
export const isExportRefusal = (code: string | undefined): code is ExportRefusal =>
  code !== undefined && code in exportRefusals;
