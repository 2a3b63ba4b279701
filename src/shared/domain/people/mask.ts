/**
 * Personal data as those see it who have no need of the whole: enough to tell two people apart, not enough to reach them
 * (快递 管理办法 Art. 35–36: de-identification). An empty value stays empty.
 */

/** `138****1001`; several numbers each; a landline keeps its area code and its last two digits. */
export function maskPhone(phone: string): string {
  return phone.split('、').map(maskNumber).join('、')
}

function maskNumber(number: string): string {
  if (/^1\d{10}$/.test(number)) return `${number.slice(0, 3)}****${number.slice(-4)}`
  const [, area = '', rest = ''] = /^(\d{3,4}-)?(.*)$/s.exec(number) ?? []
  return `${area}${maskText(rest, 0, 2)}`
}

/** `w***@example.com`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  return at < 1 ? maskText(email, 1, 0) : `${maskText(email.slice(0, at), 1, 0)}${email.slice(at)}`
}

/** A WeChat name or another way to reach somebody: `w***3`, a mobile number like a phone. */
export function maskHandle(handle: string): string {
  return /^1\d{10}$/.test(handle) ? maskPhone(handle) : maskText(handle, 1, 1)
}

/** Keeps so many characters in front and behind; what is shorter is hidden whole. */
function maskText(text: string, front: number, behind: number): string {
  if (text === '') return ''
  const characters = Array.from(text)
  if (characters.length <= front + behind) return '***'
  return `${characters.slice(0, front).join('')}***${behind === 0 ? '' : characters.slice(-behind).join('')}`
}

const cellPhone = /(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)/g
const cellEmail = /[^\s@<>;,，；、]+@[^\s@<>;,，；、]+\.[^\s@<>;,，；、]+/g

/** A free text or a cell of a file with the numbers and addresses in it masked. */
export function maskWithin(text: string): string {
  return text
    .replace(cellPhone, (found) => maskPhone(found.startsWith('1') ? found.replace(/\D/g, '') : found))
    .replace(cellEmail, maskEmail)
}
