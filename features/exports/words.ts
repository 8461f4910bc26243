import { formatCount } from '@/lib/format';

/** Why nothing was taken out, and what to do. */
const exportRefusals = {
  needs_reason: '要完整号码，请写明用途',
  step_up: '要完整号码，请先再输一次动态码',
  no_columns: '请至少选一列',
  empty: '名单是空的，没有可以导出的',
  lost_search: '这次搜索已失效，没有导出。请重新搜索再导出',
  lost_filter: '这个筛选没能读懂，没有导出。请回到列表重新筛选再导出',
  link_used: '这个链接下载过了，要再下载请重新导出',
  link_expired: '链接过了 10 分钟，请重新导出',
} as const;
export type ExportRefusal = keyof typeof exportRefusals | 'too_many';

/** Whether a code in an address is one of ours. */
export const isExportRefusal = (code: string | undefined): code is ExportRefusal =>
  code === 'too_many' || (code !== undefined && code in exportRefusals);

/**
 * The words of a refusal.
 * @param most rows that one file holds at most
 */
export const exportRefusal = (code: ExportRefusal, most: number): string =>
  code === 'too_many'
    ? `名单太长，一次最多导出 ${formatCount(most)} 行，请缩小筛选再导出`
    : exportRefusals[code];
