import { FuseV1Options } from '@electron/fuses'
import { expect, test } from 'vitest'
import config, { fuses } from '../../electron-builder.config.mjs'

test('the packaged program runs its own archive only', () => {
  expect(fuses).toMatchObject({
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
  })
})

test('for Windows it is made per user, in Chinese, with the database driver outside the archive', () => {
  expect(config).toMatchObject({
    npmRebuild: false,
    asarUnpack: ['**/*.node'],
    win: { target: ['nsis', 'portable'] },
    nsis: { perMachine: false, language: '2052' },
  })
})
