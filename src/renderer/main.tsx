import { createRoot } from 'react-dom/client'
import { App } from './app/app'
import { loadFirstPage } from './app/routes'
import { backend } from './transport'
import './styles/base.css'
import './styles/list.css'
import './styles/components.css'
import './styles/shell.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
loadFirstPage(window.location.hash)
createRoot(root).render(<App backend={backend} />)
