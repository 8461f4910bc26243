/** What an officer reads when something of 宣传 was refused. */
export const publicityWords = {
  over: '这项服务已取消，不能再加图片和附件',
  invalid: '有内容要改，请看下面',
  not_over: '还没有办完的场次。第一场结束后再写小结',
  changed_meanwhile: '小结已被他人修改，您写的还在。请核对后再保存',
} as const;
