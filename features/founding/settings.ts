import { numberSetting, textSetting } from '@/lib/settings';
import { parseSizes } from './rules/committee';

export const committeeBar = numberSetting({
  key: 'founding_committee_members',
  label: '建会：满多少名会员必须单独建委员会（工会法 11）',
  fallback: 25,
  min: 2,
  max: 1000,
});

export const changeDays = numberSetting({
  key: 'founding_change_days',
  label: '工会名称、住所、法定代表人变更后多少天内申请变更登记',
  fallback: 30,
  min: 1,
  max: 365,
});

export const foundingFilesMost = numberSetting({
  key: 'founding_files_most',
  label: '建会材料一次最多上传几张',
  fallback: 6,
  min: 1,
  max: 20,
});

export const delegatesBar = numberSetting({
  key: 'founding_delegates_members',
  label: '建会：满多少名会员可以开会员代表大会',
  fallback: 100,
  min: 2,
  max: 10_000,
});

export const surplusPercent = numberSetting({
  key: 'founding_surplus_percent',
  label: '建会：委员候选人的差额不少于百分之几',
  fallback: 5,
  min: 0,
  max: 100,
});

export const womenBar = numberSetting({
  key: 'founding_women_members',
  label: '建会：满多少名女会员设女职工委员会',
  fallback: 10,
  min: 1,
  max: 1000,
});

/** 工会基层组织选举工作条例: up to so many members, from so many seats to so many. */
export const committeeSizes = textSetting({
  key: 'founding_committee_sizes',
  label: '建会：委员会人数（会员不超过几人=最少-最多）',
  fallback: '24=3-5 200=3-7 1000=7-15 5000=15-21',
  max: 200,
  required: true,
  allowed: '如 24=3-5 200=3-7，会员数从小到大',
  refuse: (text) => (parseSizes(text) ? null : '请照“24=3-5 200=3-7”填，会员数从小到大'),
});
