import { cleanText } from '#shared/domain/import/cell-text'

/**
 * A customer name as it is compared: full-width, case, blanks, brackets, quotes and dots do not tell two customers
 * apart; every other character does. 深圳 市A（集团）公司 and 深圳市a(集团)公司 are one name, 有限公司 is part of it.
 */
export function normaliseName(text: string): string {
  return cleanText(text)
    .toUpperCase()
    .replace(/[\s()[\]{}<>【】〔〕「」『』《》〈〉“”‘’"'`·•・.,，。、:;；：_\-—–~～|\\]/g, '')
}
