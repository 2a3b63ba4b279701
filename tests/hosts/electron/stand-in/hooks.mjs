import { registerHooks } from 'node:module'

const standIn = new URL('./electron.ts', import.meta.url).href

/**
 * Loaded before the built desktop program (`node --import`): its `import … from 'electron'` gets the stand-in. Files of
 * the stand-in name each other without an ending, as everywhere in the project.
 */
registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'electron') return { url: standIn, shortCircuit: true }
    const own = context.parentURL?.includes('/stand-in/') && specifier.startsWith('./')
    return next(own && !/\.\w+$/.test(specifier) ? `${specifier}.ts` : specifier, context)
  },
})
