import { numberSetting } from '@/lib/settings';

export const keptDaysByDefault = numberSetting({
  key: 'question_kept_days',
  label: '报名问题的回答保留天数（最后一场结束后）',
  fallback: 30,
  min: 0,
  max: 1095,
});

export const answerFileMegabytes = numberSetting({
  key: 'answer_file_megabytes',
  label: '报名时上传的文件最大（MB）',
  fallback: 5,
  min: 1,
  max: 5,
});
