import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Assets, PageContext } from '../../page-context.ts'

/** The policy that the application sends: no inline style or script gets through. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
  "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

export interface Served {
  url: string
  server: Server
}

/** Serves one page with its assets, as the application would. `answer` says whether it took the request. */
export async function servePage(
  html: () => string,
  assets: Assets,
  answer: (request: IncomingMessage, response: ServerResponse) => boolean = () => false,
): Promise<Served> {
  const server = createServer((request, response) => {
    const asset = assets.find(request.url!.slice('/assets/'.length))
    response.setHeader('content-security-policy', policy)
    if (asset) return void response.setHeader('content-type', asset.type).end(asset.body)
    if (answer(request, response)) return
    response.setHeader('content-type', 'text/html; charset=utf-8').end(`<!doctype html>${html()}`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}

/** A page as a key worker sees it, at 10:45 on Monday 23 November 2026. */
export function aPage(assets: Assets, changes: Partial<PageContext> = {}): PageContext {
  const places = ['My day', 'People', 'Release list', 'Referrals', 'Services', 'Reports']
  return {
    locale: 'en',
    path: '/gallery?a=1',
    nonce: '',
    isDemonstration: true,
    assets,
    now: new Date('2026-11-23T10:45:00Z'),
    reader: {
      name: 'Amira Khan',
      roleName: 'key worker',
      agencyName: 'HMP Fernhall',
      navigation: places.map((text, index) => ({ href: '#main', text, isCurrent: index === 2 })),
    },
    ...changes,
  }
}
