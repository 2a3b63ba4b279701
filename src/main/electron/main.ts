import { startDesktop } from './desktop'

// Everything waits inside for Electron to be ready; a top-level await here would keep it from ever becoming so.
startDesktop(process.argv, import.meta.dirname)
