import Papa from 'papaparse';

/** Fields of a row, in the order of a file's columns. */
export const TEST_FIELDS = [
  ...(['documentType', 'documentNumber', 'sampleCollectedAt', 'result'] as const),
  ...(['method', 'laboratory', 'corrects'] as const),
] as const;
/** One field of a row. */
export type TestField = (typeof TEST_FIELDS)[number];

/** A row as it stands in a file, in the terms of the graph where the words are known. */
export type TestRow = Readonly<Partial<Record<TestField, string>>>;

/** Why a file cannot be sent: closed list. */
export type FileFault = 'EMPTY' | 'COLUMNS' | 'QUOTES' | 'TOO_LARGE';

/** A file as it was understood. */
export type TestFile =
  | { readonly rows: readonly TestRow[]; readonly ignored: readonly string[] }
  | { readonly fault: FileFault; readonly missing: readonly TestField[] };

/** Largest file that is read, in bytes: some 200,000 rows. */
export const FILE_MOST = 32 * 1_048_576;

/** Columns a file must have; the others have a default. */
export const REQUIRED: readonly TestField[] = [
  ...(['documentType', 'documentNumber', 'sampleCollectedAt', 'result', 'laboratory'] as const),
];

const COLUMNS: Readonly<Record<TestField, readonly string[]>> = {
  documentType: ['documenttype', 'document', '证件类型', '證件類型', '证件种类'],
  documentNumber: ['documentnumber', '证件号码', '證件號碼', '证件号', '身份证号', '身分證號'],
  sampleCollectedAt: ['samplecollectedat', 'sampled', '采样时间', '採樣時間', '采样日期'],
  result: ['result', '结果', '結果', '检测结果', '檢測結果'],
  method: ['method', '方法', '检测方法', '檢測方法'],
  laboratory: ['laboratory', '检测机构', '檢測機構', '机构', '實驗室', '实验室'],
  corrects: ['corrects', '更正'],
};

/** A map, not an object, which would know words of its own: no file's `constructor` is a result. */
function wordsOf(words: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(words));
}

/** Words of files in the terms of the graph. */
const WORDS: Readonly<Partial<Record<TestField, ReadonlyMap<string, string>>>> = {
  documentType: wordsOf({
    ...{ 居民身份证: 'RESIDENT_ID', 身份证: 'RESIDENT_ID', 居民身分證: 'RESIDENT_ID' },
    ...{ 护照: 'PASSPORT', 護照: 'PASSPORT', 户口簿: 'HOUSEHOLD_REGISTER' },
    ...{ 港澳居民来往内地通行证: 'HONG_KONG_MACAO_PERMIT' },
    ...{ 台湾居民来往大陆通行证: 'TAIWAN_PERMIT' },
  }),
  result: wordsOf({
    ...{ 检出: 'DETECTED', 檢出: 'DETECTED', 阳性: 'DETECTED', 陽性: 'DETECTED' },
    ...{ 未检出: 'NOT_DETECTED', 未檢出: 'NOT_DETECTED' },
    ...{ 阴性: 'NOT_DETECTED', 陰性: 'NOT_DETECTED' },
  }),
  method: wordsOf({ 核酸: 'NUCLEIC_ACID', 抗原: 'ANTIGEN' }),
  corrects: wordsOf({ 是: 'true', 否: 'false', yes: 'true', no: 'false' }),
};

/** "2022-11-24 08:15", with a T or slashes, with or without seconds: as clocks in China show it. */
const LOCAL = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?$/;

/** An instant as files write it, by RFC 3339; what is not understood stays for the server to refuse. */
export function sampleInstant(text: string): string {
  const parts = LOCAL.exec(text);
  if (!parts) return text;
  const [year = '', month = '', day = '', hour = '', minute = '', second = '00'] = parts.slice(1);
  const [m, d, h] = [month, day, hour].map((part) => part.padStart(2, '0'));
  return `${year}-${m ?? ''}-${d ?? ''}T${h ?? ''}:${minute}:${second}+08:00`;
}

function fieldOf(column: string): TestField | null {
  const name = column.replace(/[\s_-]/g, '').toLowerCase();
  return TEST_FIELDS.find((field) => COLUMNS[field].includes(name)) ?? null;
}

function valueOf(field: TestField, text: string): string {
  const value = text.trim();
  if (field === 'sampleCollectedAt') return sampleInstant(value);
  return WORDS[field]?.get(value) ?? value;
}

/** Understands the text of a CSV file with a line of column names. Total. */
export function readTestFile(text: string): TestFile {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    skipEmptyLines: 'greedy',
  });
  if (errors.some(({ type }) => type === 'Quotes')) return { fault: 'QUOTES', missing: [] };
  const [head, ...lines] = data;
  const fields = (head ?? []).map(fieldOf);
  const missing = REQUIRED.filter((field) => !fields.includes(field));
  if (missing.length > 0) return { fault: head ? 'COLUMNS' : 'EMPTY', missing };
  if (lines.length === 0) return { fault: 'EMPTY', missing: [] };
  const rows = lines.map((cells) => {
    const row: Partial<Record<TestField, string>> = {};
    fields.forEach((field, at) => {
      if (field) row[field] = valueOf(field, cells[at] ?? '');
    });
    return row;
  });
  return { rows, ignored: (head ?? []).filter((_name, at) => fields[at] === null) };
}

/** The text of a file in UTF-8, or as older spreadsheets save it. */
export function decodeFile(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
