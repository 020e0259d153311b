import { newId } from '../../platform/ids.ts'
import {
  Button, ButtonGroup, Link, LiveRegion, Note, PageHead, PageLocale,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Board } from '../read-board.ts'
import { words } from '../words.ts'
import { Ringing, ToCallBack } from './call-backs.tsx'
import { HandedOn, WhoIsOn } from './on-duty.tsx'
import { Waiting } from './waiting.tsx'

export interface BoardProps {
  page: PageContext
  board: Board
  userId: string
  mayAnswer: boolean
}
interface BoardPageProps extends BoardProps {
  done: 'closed' | 'tried' | 'ended' | undefined
}

const warningInSeconds = 300 // an operator looks up at the board, and one key keeps it open

/** A line as it is now: what rings, who waits, whom to call back, who is on. */
export function BoardPage({ done, ...props }: BoardPageProps) {
  const { page, board, mayAnswer } = props
  const { line, isOn } = board
  const say = words(page.locale)
  const base = `/helpline/${line.id}`
  return (
    <Layout page={{ ...page, liveUrl: `${base}/live`, sessionWarningInSeconds: warningInSeconds }} title={line.name}>
      <PageHead
        title={line.name}
        sub={line.phone ? say('board.sub', { phone: line.phone, agency: line.agencyName }) : line.agencyName}
        actions={
          <>
            <Link href={`${base}/rota`}>{say('rota.link')}</Link>{' '}
            <Link href={`${base}/reports`}>{say('reports.link')}</Link>
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
      {mayAnswer && (
        <ButtonGroup>
          <form method="post" action={`${base}/calls`}>
            <input type="hidden" name="formId" value={newId()} />
            <Button preventDoubleClick>{say('board.take')}</Button>
          </form>
          <form method="post" action={`${base}/duty`}>
            <input type="hidden" name="formId" value={newId()} />
            <Button kind="secondary" name="isOn" value={isOn ? 'no' : 'yes'}>
              {say(isOn ? 'board.i-left' : 'board.i-am-on')}
            </Button>
          </form>
        </ButtonGroup>
      )}
      <LiveRegion id="board" fetchUrl={`${base}/part`}>
        <Part {...props} />
      </LiveRegion>
      <p class="govuk-body tl-quiet tl-noprint">
        <Link href={base}>{say('board.again')}</Link>
      </p>
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
      <Ringing {...props} />
      <Waiting {...props} />
      <ToCallBack {...props} />
      <HandedOn {...props} />
      <WhoIsOn {...props} />
    </>
  )
}
