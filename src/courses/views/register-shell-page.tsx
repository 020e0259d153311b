import { Button, ButtonGroup, Note, PageHead, Select, Textarea } from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { words } from '../words.ts'
import { PatternLine } from './register-line.tsx'
import { RegisterWingLine } from './register-wing-line.tsx'

/** A register without a network: numbers for names, which stand on the facilitator's paper. It names nobody, not even who reads it. */
export function RegisterShellPage({ page }: { page: PageContext }) {
  const say = words(page.locale)
  return (
    <Layout page={page} title={say('register.title')} isWithoutMenu>
      <PageHead title={say('register.title')} sub={say('shell.sub')} />
      <RegisterWingLine locale={page.locale} assets={page.assets} />
      <div data-sealed-if="unprepared" hidden>
        <Note tone="warn" title={say('shell.unprepared')}>
          <p>{say('shell.unprepared-text')}</p>
        </Note>
      </div>
      <noscript>
        <p class="govuk-body">{say('shell.needs-network')}</p>
      </noscript>
      <div data-sealed-if="ready" hidden>
        <Note tone="warn">
          <p>{say('shell.whose')}</p>
        </Note>
        <form
          method="post"
          action="/course-sessions/none/register"
          class="tl-reg"
          novalidate
          data-sealed="shell"
          data-sealed-to="/course-sessions"
        >
          <input type="hidden" name="formId" value="" />
          <input type="hidden" name="seen" value="" />
          <input type="hidden" name="starts" value="" />
          <Select name="session" label={say('shell.which')} items={[]} attributes={{ 'data-registers': '' }} />
          <template>
            <PatternLine locale={page.locale} />
          </template>
          <div data-register-lines="" />
          <Textarea
            name="note"
            label={{ text: say('register.note'), size: 'm' }}
            hint={say('register.note-hint')}
            rows={3}
            formGroup={{ class: 'tl-mt' }}
          />
          <ButtonGroup>
            <Button>{say('register.save')}</Button>
            <Button kind="secondary" name="rest" value="ATTENDED">
              {say('register.rest')}
            </Button>
          </ButtonGroup>
        </form>
      </div>
    </Layout>
  )
}
