import { formatTime } from '../../platform/dates.ts'
import {
  Button,
  Input,
  LiveRegion,
  PageLocale,
  ProblemSummary,
  problemOf,
} from '../../platform/web/components/index.ts'
import type { FormState } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Shown } from '../queries/screens.ts'
import { words } from '../words.ts'

/** Where a browser becomes a screen: the code that a worker was given. */
export function EnterScreenPage({ page, form }: { page: PageContext; form: Pick<FormState<unknown>, 'problems'> }) {
  const say = words(page.locale)
  return (
    <Layout page={page} title={say('enter.title')} isWithoutMenu hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say} />
      <h1 class="govuk-heading-xl">{say('enter.title')}</h1>
      <p class="govuk-body-l">{say('enter.text')}</p>
      <form method="post" action="/screens" novalidate>
        <Input
          name="code"
          label={say('enter.code')}
          error={problemOf(form.problems, 'code', say)}
          width={10}
          inputMode="numeric"
          autocomplete="off"
        />
        <Button preventDoubleClick>{say('enter.button')}</Button>
      </form>
    </Layout>
  )
}

interface WallProps {
  page: PageContext
  shown: Shown
}

/** Numbers, large: the ones that are called, and how many wait. No names. */
export function WallPage(props: WallProps) {
  return (
    <Layout page={props.page} title={props.shown.name} isWithoutMenu>
      <div class="tl-wall">
        <h1 class="tl-wall__name">{props.shown.name}</h1>
        <LiveRegion id="wall" fetchUrl="/screens/wall/part">
          <Part {...props} />
        </LiveRegion>
      </div>
    </Layout>
  )
}

export function wallFragment(props: WallProps) {
  return (
    <PageLocale.Provider value={props.page.locale}>
      <Part {...props} />
    </PageLocale.Provider>
  )
}

const mostCalled = 4

function Part({ page, shown: { tickets } }: WallProps) {
  const say = words(page.locale)
  const called = tickets.filter(({ state }) => state === 'CALLED').slice(0, mostCalled)
  const waiting = tickets.filter(({ state }) => state === 'WAITING')
  return (
    <>
      {called.length === 0 ? (
        <p class="tl-wall__none">{say('wall.nobody')}</p>
      ) : (
        <ol class="tl-wall__called">
          {called.map(({ number, desk }) => (
            <li>
              <strong>{number}</strong>
              <span>{desk}</span>
            </li>
          ))}
        </ol>
      )}
      <p class="tl-wall__waiting">
        {say('wall.waiting', { count: waiting.length })} {waiting.map(({ number }) => number).join(' · ')}
      </p>
      <p class="tl-wall__time">{say('wall.at', { time: formatTime(page.locale, page.now) })}</p>
    </>
  )
}
