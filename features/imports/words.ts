type Detail = Record<string, string | number>;

/** What an officer reads when a step of an import was refused. */
export const importWords = {
  bad_table: '这张表还不能用，请看下面',
  bad_columns: '还有必填的栏没有对上，请看下面',
  not_now: '这次导入已经往下走了，请刷新看看',
  forgotten: '表格内容已按期删除，请重新上传',
  nothing_to_write: '没有要写入的行。改好表格再传，或给冲突的行选一个办法',
  other_running: (d: Detail) => `${d.name}正在导入，等它写完再写入`,
  mass_change: (d: Detail) =>
    `“${d.label}”一栏会改 ${d.changed} 行，占 ${d.percent}%。确认没有错列，再勾选“确实要改这么多”`,
  undo_too_late: '撤销的时限已过。个别人请到会员页办理',
  not_written: '还没有写入，或已经撤销过了',
};
