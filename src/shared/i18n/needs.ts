export { needsZh } from './needs-zh'
export { needsEn } from './needs-en'
