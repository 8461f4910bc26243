import 'server-only';
import { textSetting } from '../settings';
import { contrast, isColour } from './colour';

/** Where a person is answered; printed on every refusal, receipt and poster. 12351 is the whole country's. */
const hotline = textSetting({
  key: 'portal.hotline',
  label: '咨询热线',
  fallback: '12351',
  max: 20,
  required: true,
});

const hours = textSetting({
  key: 'portal.hotline_hours',
  label: '热线接听时间',
  fallback: '工作日 8:30–18:00',
  max: 40,
  required: true,
});

const shortName = textSetting({
  key: 'portal.short_name',
  label: '页面左上角的名称（空着用总工会的名称）',
  fallback: '',
  max: 8,
});

const logoText = textSetting({
  key: 'portal.logo_text',
  label: '名称旁边的字、手机桌面上的名称',
  fallback: '连心桥',
  max: 6,
  required: true,
});

const region = textSetting({
  key: 'portal.region',
  label: '服务的地区（空着从总工会的名称取）',
  fallback: '',
  max: 20,
});

/** What the level between the root union and a unit's is called: 镇街, 乡镇, 街道. */
const townWord = textSetting({
  key: 'portal.town_word',
  label: '总工会和基层工会之间一级的叫法',
  fallback: '镇街',
  max: 6,
  required: true,
});

const privacyContact = textSetting({
  key: 'portal.privacy_contact',
  label: '个人信息保护联系方式（空着用咨询热线）',
  fallback: '',
  max: 60,
});

/** Shown at the foot of the first pages (《非经营性互联网信息服务备案管理办法》 13). */
const icp = textSetting({
  key: 'portal.icp',
  label: 'ICP 备案号（空着不显示）',
  fallback: '',
  max: 40,
});

/** The same for the police (《计算机信息网络国际联网安全保护管理办法》 12). */
const policeRecord = textSetting({
  key: 'portal.police_record',
  label: '公安备案号（空着不显示）',
  fallback: '',
  max: 40,
});

const LEAST = 4.5;
const WHITE = '#ffffff';
const PAGE = '#f7f5f2';
// Light enough for the dark of every main colour that is allowed; lib/portal/portal/colour.test.ts tries them.
const LEAST_ON_BLACK = 14;

const notAColour = '请填 # 加 6 位十六进制色值，如 #b3261e';

/** Buttons, marks and what is chosen: white stands on it, and it stands on the page. */
export const mainColour = textSetting({
  key: 'portal.colour',
  label: '主色（按钮、图标）',
  fallback: '#b3261e',
  max: 7,
  allowed: '# 加 6 位色值，配白字的对比度至少 4.5',
  read: (typed) => typed.toLowerCase(),
  refuse(colour) {
    if (!isColour(colour)) return notAColour;
    const ratio = Math.min(contrast(colour, WHITE), contrast(colour, PAGE));
    if (ratio >= LEAST) return null;
    // Rounded down: 4.49 is not 4.5.
    const said = (Math.floor(ratio * 10) / 10).toFixed(1);
    return `对比度只有 ${said}，白字和浅底上看不清，至少要 4.5。请选深一点的颜色`;
  },
});

/** The number and the drawing on the member's card, on the dark of the main colour. */
export const accentColour = textSetting({
  key: 'portal.accent',
  label: '点缀色（会员码上的号码）',
  fallback: '#f6d98b',
  max: 7,
  allowed: '# 加 6 位色值，浅色',
  read: (typed) => typed.toLowerCase(),
  refuse(colour) {
    if (!isColour(colour)) return notAColour;
    if (contrast(colour, '#000000') >= LEAST_ON_BLACK) return null;
    return '太深，在主色的深底上看不清。请选浅一点的颜色，如 #f6d98b';
  },
});

/** Everything that says who runs this portal. */
export const portalSettings = {
  hotline,
  hours,
  shortName,
  logoText,
  region,
  townWord,
  privacyContact,
  icp,
  policeRecord,
  mainColour,
  accentColour,
};
