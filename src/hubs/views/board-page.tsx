import { newId } from '../../platform/ids.ts'
import {
  Button, ButtonGroup, Link, LiveRegion, Note, PageHead, PageLocale,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Board, LiveBoard } from '../read-board.ts'
import { words } from '../words.ts'
import { Booked } from './booked.tsx'
import { Queue } from './queue.tsx'
import { WhoIsIn } from './who-is-in.tsx'

export interface BoardProps {
  page: PageContext
  board: LiveBoard
  mayWork: boolean
  agencyId: string
}

interface BoardPageProps extends BoardProps {
  board: Board
  done: 'new' | 'joined' | 'there' | undefined
}

/** Today at a hub: who is in, who waits, what is booked. */
export function BoardPage({ done, ...props }: BoardPageProps) {
  const { page, board, mayWork } = props
  const { hub, ownDesk, isIn } = board
  const say = words(page.locale)
  const base = `/hubs/${hub.id}`
  return (
    <Layout page={{ ...page, liveUrl: `${base}/live` }} title={hub.name}>
      <PageHead
        title={hub.name}
        sub={say('board.sub', { place: hub.place, agency: hub.agencyName })}
        actions={
          <>
            <Link href={`${base}/measures`}>{say('measures.link')}</Link>{' '}
            <Link href={`${base}/set-up`}>{say('set-up.link')}</Link>
          </>
        }
      />
      {done && (
        <div role="status">
          <Note>
            <p>{say(`done.${done}`)}</p>
          </Note>
        </div>
      )}
      {mayWork && (
        <ButtonGroup>
          <Button href={`${base}/walk-ins/new`}>{say('board.walk-in')}</Button>
          {ownDesk && (
            <Button kind="secondary" name="isIn" value={isIn ? 'no' : 'yes'} attributes={{ form: 'presence' }}>
              {say(isIn ? 'board.i-left' : 'board.i-am-in')}
            </Button>
          )}
        </ButtonGroup>
      )}
      {mayWork && ownDesk && (
        <form id="presence" method="post" action={`${base}/presence`}>
          <input type="hidden" name="formId" value={newId()} />
        </form>
      )}
      <LiveRegion id="board" fetchUrl={`${base}/part`}>
        <Part {...props} />
      </LiveRegion>
      <Booked page={page} board={board} mayWork={mayWork} />
    </Layout>
  )
}

/** The board alone, for an open page that heard that something changed. */
export function boardFragment(props: BoardProps) {
  return (
    <PageLocale.Provider value={props.page.locale}>
      <Part {...props} />
    </PageLocale.Provider>
  )
}

function Part(props: BoardProps) {
  return (
    <>
      <Queue {...props} />
      <WhoIsIn {...props} />
    </>
  )
}
