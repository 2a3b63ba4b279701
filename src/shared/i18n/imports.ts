/** Words of the imports screens: the wizard and the history of what was imported. */
export { importsZh, type ImportsKey } from './imports-zh'
export { importsEn } from './imports-en'
