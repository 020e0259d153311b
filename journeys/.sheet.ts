import { readFileSync } from 'node:fs'
import { openBrowser } from './browser.ts'

const [out, width, ...files] = process.argv.slice(2)
const b = await openBrowser()
const p = await b.newPage({ viewport: { width: 1800, height: 1000 } })
await p.setContent(
  `<body style="margin:0;display:flex;flex-wrap:wrap;gap:8px;background:#888">${files.map((f) => `<img style="width:${width}px;align-self:flex-start" src="data:image/png;base64,${readFileSync(f).toString('base64')}">`).join('')}</body>`,
)
await p.waitForTimeout(500)
await p.screenshot({ path: out, fullPage: true })
await b.close()
process.exit(0)
