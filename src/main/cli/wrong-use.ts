import type { CommanderError } from 'commander'
import { translate, type Locale, type WordKey } from '#shared/i18n/index'
import { CommandProblem } from './problem'

/** The ways a command line can be wrong that the parser finds, with their words; the parser's own are English only. */
const words: Readonly<Record<string, WordKey>> = {
  'commander.unknownCommand': 'hosts:use.unknownCommand',
  'commander.unknownOption': 'hosts:use.unknownOption',
  'commander.missingArgument': 'hosts:use.missingArgument',
  'commander.excessArguments': 'hosts:use.excessArguments',
  'commander.missingMandatoryOptionValue': 'hosts:use.missingOption',
  'commander.optionMissingArgument': 'hosts:use.optionWithoutValue',
  'commander.help': 'hosts:use.noCommand',
}

export function wrongUse(cause: CommanderError, locale: Locale): CommandProblem {
  const name = /'([^']+)'/.exec(cause.message)?.[1] ?? ''
  const word = words[cause.code]
  return new CommandProblem('usage', { why: word ? translate(locale, word, { name }) : cause.message })
}
