import { numberSetting, textSetting } from '@/lib/settings';
import { ANNOUNCEMENT_LENGTH, textProblem } from './rules/fields';

/** Time in which a message that has just been sent may be taken back whole. */
export const announcementUndoSeconds = numberSetting({
  key: 'announcement_undo_seconds',
  label: '群发消息点了发送后，过多少秒才发出（期间可撤回）',
  fallback: 60,
  min: 0,
  max: 600,
});

/** How long it is on record to whom a message went; its text stays. */
export const announcementKeepDays = numberSetting({
  key: 'announcement_keep_days',
  label: '群发消息的收信名单保存（天）',
  fallback: 365,
  min: 30,
  max: 1095,
});

/** Characters that the carrier takes in one parameter of a template (阿里云短信模板变量规范: 35). */
export const announcementSmsLongest = numberSetting({
  key: 'announcement_sms_longest',
  label: '群发短信最多写多少字（短信商一个变量的上限），超过的只请登录查看',
  fallback: 35,
  min: 0,
  max: ANNOUNCEMENT_LENGTH,
});

/** Many texts of one message cost and cannot be taken back; a larger 人群 is narrowed first. */
export const segmentMessageMost = numberSetting({
  key: 'segment_message_most',
  label: '一条消息最多发给人群里的多少人',
  fallback: 20_000,
  min: 1,
  max: 100_000,
});

const template = (key: string, name: string, fallback: string) => ({
  name,
  setting: textSetting({
    key: `announcement_text.${key}`,
    label: `群发模板：${name}`,
    fallback,
    max: ANNOUNCEMENT_LENGTH,
    allowed: `${ANNOUNCEMENT_LENGTH} 字以内；栏目写在大括号里；要现填的写 ____；空着不出现`,
    refuse: (text) => textProblem(text.replace(/_{2,}|＿{2,}/g, ''), 'unconfirmed'),
  }),
});

/** Texts to begin with, each a setting of its own; `____` is filled in by who sends it. */
export const announcementTemplates = {
  before: template(
    'before',
    '开始前提醒',
    '{服务}：{时间}，地点{地点}，请准时到。来不了请登录取消，把名额让给别人。',
  ),
  bring: template('bring', '要带什么', '{服务}（{时间}）请带：____。'),
  venue: template('venue', '地点有变', '{服务}（{时间}）改到____，时间不变。'),
  pause: template('pause', '停一次', '{服务}____停一次，之后照常。'),
  confirm: template(
    'confirm',
    '请确认名额',
    '{服务}（{时间}）的名额为您留到{截止}。去请登录确认，不去请点放弃。',
  ),
  queue: template(
    'queue',
    '候补说明',
    '您正在候补{服务}（{时间}）。有人退出会按顺序轮到您，轮到会通知，不用反复查看。',
  ),
};
export type TemplateKey = keyof typeof announcementTemplates;
