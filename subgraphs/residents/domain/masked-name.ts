/** Surnames of two characters: masking keeps both. */
const COMPOUND = new Set(
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐'.split(
    ' ',
  ),
);

function maskedHan(characters: readonly string[]): string {
  const surname = COMPOUND.has(characters.slice(0, 2).join('')) && characters.length > 2 ? 2 : 1;
  if (characters.length === 1) return '*';
  const rest = characters.length - surname;
  const last = rest >= 2 ? (characters.at(-1) ?? '') : '';
  return characters.slice(0, surname).join('') + '*'.repeat(rest - last.length) + last;
}

/**
 * A name with enough left to compare it with a document and not enough to know it: 张*, 李*华,
 * 欧阳*, M*** S***. Never the whole name. Stars of other scripts are always three, so that they
 * do not tell a length.
 */
export function maskedName(name: string): string {
  const trimmed = name.normalize('NFC').trim();
  if (/^\p{Script=Han}+$/u.test(trimmed)) return maskedHan([...trimmed]).slice(0, 64);
  return trimmed
    .split(/[\s·]+/u)
    .filter((part) => part !== '')
    .slice(0, 6)
    .map((part) => `${([...part][0] ?? '').toUpperCase()}***`)
    .join(' ');
}
