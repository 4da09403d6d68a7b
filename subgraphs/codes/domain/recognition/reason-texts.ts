import type { Texts, TextLanguage } from '../texts.ts';

/** What a verdict's reasons may be about; conditions of agreements have ids of their own. */
export const REASON_KEYS = [
  'TOKEN_REFUSED',
  'TOKEN_SPECIMEN',
  'TOKEN_EXPIRED',
  'TOKEN_WITHDRAWN',
  'REPLAYED',
  'CLOCK_SUSPECT',
  'NOT_PRESENTED',
  'SUNSET',
  'OWN_CODE',
  'AGREED',
  'NO_AGREEMENT',
  'CONVERT',
  'SHARED_DATA_MISSING',
  'CONDITION_PASS',
  'CONDITION_FAIL',
  'CONDITION_OPEN',
  'COLOR_MAPPED',
  'COLOR_NOT_MAPPED',
  'SUSPENDED',
  'STALE',
  'UNAVAILABLE',
] as const;
/** One text of a reason. */
export type ReasonKey = (typeof REASON_KEYS)[number];

/** Rules of recognition itself; conditions of agreements have ids of their own. */
export const RULE_IDS = [
  'TOKEN',
  'PRESENTATION',
  'AGREEMENT',
  'OWN_CODE',
  'CONVERT',
  'SHARED_DATA_MISSING',
  'COLOR_MAP',
  'STATUS',
  'FRESHNESS',
  'UNAVAILABLE',
] as const;
/** One rule of recognition. */
export type RuleId = (typeof RULE_IDS)[number];

/** One reason of a verdict: generic, never the medical ground of a color. */
export interface RecognitionReason {
  /** One of RULE_IDS, or the id of a condition of the agreement. */
  readonly ruleId: string;
  readonly version: number;
  readonly outcome: 'PASS' | 'FAIL' | 'OPEN';
  readonly key: ReasonKey;
}

const TEXTS: Readonly<Record<ReasonKey, Texts>> = {
  TOKEN_REFUSED: {
    ZH_HANS: '不认可：无法确认这是健康码',
    ZH_HANT: '不認可：無法確認這是健康碼',
    EN: 'Not recognized: this cannot be confirmed as a health code',
  },
  TOKEN_SPECIMEN: {
    ZH_HANS: '不认可：样码，仅供测试',
    ZH_HANT: '不認可：樣碼，僅供測試',
    EN: 'Not recognized: a specimen, for tests only',
  },
  TOKEN_EXPIRED: {
    ZH_HANS: '不认可：已过期，请出示新的码',
    ZH_HANT: '不認可：已過期，請出示新的碼',
    EN: 'Not recognized: it has expired. Ask for a new one',
  },
  TOKEN_WITHDRAWN: {
    ZH_HANS: '不认可：已撤销，请出示新的码',
    ZH_HANT: '不認可：已撤銷，請出示新的碼',
    EN: 'Not recognized: it was withdrawn. Ask for a new one',
  },
  REPLAYED: {
    ZH_HANS: '需核对：同一画面刚在别处出示过',
    ZH_HANT: '需核對：同一畫面剛在別處出示過',
    EN: 'Check by hand: the same picture was just shown elsewhere',
  },
  CLOCK_SUSPECT: {
    ZH_HANS: '需核对：本机时间可能不对',
    ZH_HANT: '需核對：本機時間可能不對',
    EN: 'Check by hand: the clock here may be wrong',
  },
  NOT_PRESENTED: {
    ZH_HANS: '需核对：离线时请持码人当面打开健康码',
    ZH_HANT: '需核對：離線時請持碼人當面打開健康碼',
    EN: 'Check by hand: offline, the holder must open the code in front of you',
  },
  SUNSET: {
    ZH_HANS: '不认可：该地区已停用健康码',
    ZH_HANT: '不認可：該地區已停用健康碼',
    EN: 'Not recognized: this region has ended its health code',
  },
  OWN_CODE: {
    ZH_HANS: '本地区签发',
    ZH_HANT: '本地區簽發',
    EN: 'Issued by this region',
  },
  AGREED: {
    ZH_HANS: '两地有互认协议',
    ZH_HANT: '兩地有互認協議',
    EN: 'The two regions have an agreement',
  },
  NO_AGREEMENT: {
    ZH_HANS: '不认可：两地没有协议。不说明健康状况',
    ZH_HANT: '不認可：兩地沒有協議。不代表健康狀況',
    EN: 'Not recognized: no agreement. This says nothing about health',
  },
  CONVERT: {
    ZH_HANS: '需核对：请在本地区换领本地码',
    ZH_HANT: '需核對：請在本地區換領本地碼',
    EN: 'Check by hand: the holder can convert it into a code of this region',
  },
  SHARED_DATA_MISSING: {
    ZH_HANS: '需核对：签发地未提供判定所需信息',
    ZH_HANT: '需核對：簽發地未提供判定所需資訊',
    EN: 'Check by hand: the issuer shares no evidence for this code',
  },
  CONDITION_PASS: {
    ZH_HANS: '协议的附加条件已满足',
    ZH_HANT: '協議的附加條件已滿足',
    EN: "The agreement's condition is met",
  },
  CONDITION_FAIL: {
    ZH_HANS: '不认可：协议的附加条件未满足',
    ZH_HANT: '不認可：協議的附加條件未滿足',
    EN: "Not recognized: the agreement's condition is not met",
  },
  CONDITION_OPEN: {
    ZH_HANS: '需核对：请看纸质证明',
    ZH_HANT: '需核對：請看紙本證明',
    EN: 'Check by hand: ask for the paper result',
  },
  COLOR_MAPPED: {
    ZH_HANS: '颜色按协议对应',
    ZH_HANT: '顏色按協議對應',
    EN: 'The color is taken as the agreement says',
  },
  COLOR_NOT_MAPPED: {
    ZH_HANS: '需核对：协议没有说明这种颜色',
    ZH_HANT: '需核對：協議沒有說明這種顏色',
    EN: 'Check by hand: the agreement says nothing of this color',
  },
  SUSPENDED: {
    ZH_HANS: '需核对：该码暂停使用',
    ZH_HANT: '需核對：該碼暫停使用',
    EN: 'Check by hand: this code is suspended',
  },
  STALE: {
    ZH_HANS: '状态已过时，联网后重扫',
    ZH_HANT: '狀態已過時，連線後重掃',
    EN: 'The status is out of date. Scan again online',
  },
  UNAVAILABLE: {
    ZH_HANS: '需核对：暂时无法查询，请重试',
    ZH_HANT: '需核對：暫時無法查詢，請重試',
    EN: 'Check by hand: this cannot be looked up now. Try again',
  },
};

/** Text of a reason in a language. Source of the wording: the console's brief, §8 Words. */
export function reasonText(
  { key }: Pick<RecognitionReason, 'key'>,
  language: TextLanguage,
): string {
  return TEXTS[key][language];
}
