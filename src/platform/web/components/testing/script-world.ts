import { mkdtempSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareAssets } from '../../assets.ts'
import { ScriptPage, TimelinePart } from './script-page.tsx'
import { aPage, servePage } from './serve-page.ts'

/** A server that answers as the application would, and remembers what the scripts of its page sent. */
export async function openScriptWorld() {
  const world = {
    /** Bodies of drafts, in order. */
    drafts: [] as URLSearchParams[],
    /** How drafts and prolonging are answered. */
    status: 200,
    /** Entries of the timeline, and what is said to be new. */
    titles: ['First entry'],
    news: '',
    sessionInSeconds: 900,
    timesProlonged: 0,
    isShared: false,
    url: '',
    /** Tells every open page that something changed. */
    push: () => {
      for (const stream of streams) stream.write('data: changed\n\n')
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
  const streams: ServerResponse[] = []
  const assets = await prepareAssets(mkdtempSync(join(tmpdir(), 'assets-')))
  const draw = () => {
    const page = aPage(assets, { liveUrl: '/live', sessionEndsInSeconds: world.sessionInSeconds })
    if (page.reader) page.reader.isShared = world.isShared
    return String(ScriptPage({ page }))
  }

  const { url, server } = await servePage(draw, assets, (request, response) => {
    if (request.url === '/live') openStream(response)
    else if (request.url === '/timeline?since=1') sendTimeline(response)
    else if (request.method === 'POST') void take(request, response)
    else return false
    return true
  })
  world.url = url
  return world

  function openStream(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': open\n\n')
    streams.push(response)
  }

  function sendTimeline(response: ServerResponse): void {
    const news = world.news ? { news: { text: world.news, href: '#entry-New-entry', showText: 'Show it' } } : {}
    response.setHeader('content-type', 'text/html').end(String(TimelinePart({ titles: world.titles, ...news })))
  }

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = ''
    for await (const chunk of request) body += chunk
    if (request.url === '/session/keep-alive') world.timesProlonged += 1
    if (request.url === '/drafts/1' && world.status === 200) world.drafts.push(new URLSearchParams(body))
    response.writeHead(world.status, { 'content-type': 'application/json' }).end('{"savedAt":"10:38"}')
  }
}
