export const configurationWords = {
  out_of_range: '没有保存，请按提示修改',
  not_listed: '这一天已经不在表里',
  no_carrier: '短信没有接通，发不出去：请在服务器上配置 aliyun 或 tencent 后重启',
  too_often: '测试短信发得太频繁，请过一小时再发',
  not_published: '还没有这一年的放假安排，请逐日添加',
};
