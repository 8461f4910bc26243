export const configurationWords = {
  out_of_range: '没有保存，请按提示修改',
  not_listed: '这一天已经不在表里',
  not_published: '还没有这一年的放假安排，请逐日添加',
};
