import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { join } from 'node:path'

/** The packaged program runs its own code from its own archive and nothing else. */
export const fuses = {
  version: FuseVersion.V1,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
}

/** Run as `npx electron-builder@26.17.0 --config electron-builder.config.mjs` after `npm run build`. */
export default {
  appId: 'cn.yike.desktop',
  productName: 'Yike',
  directories: { output: 'dist' },
  files: ['out/**', 'resources/**', 'package.json'],
  // The database driver is a native library: the operating system loads it from a real file.
  asarUnpack: ['**/*.node'],
  // It comes with its binaries; nothing is compiled.
  npmRebuild: false,
  electronLanguages: ['zh-CN', 'en-US'],
  win: { target: ['nsis', 'portable'] },
  // Per user, without administrator rights, in Chinese.
  nsis: {
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    installerLanguages: ['zh_CN'],
    language: '2052',
  },
  linux: { target: ['AppImage'], category: 'Office' },
  async afterPack({ appOutDir, electronPlatformName, packager }) {
    const { productFilename } = packager.appInfo
    const program = {
      win32: `${productFilename}.exe`,
      darwin: `${productFilename}.app`,
      linux: packager.executableName,
    }
    await flipFuses(join(appOutDir, program[electronPlatformName]), fuses)
  },
}
