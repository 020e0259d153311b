import type { Agency } from '../../agencies/index.ts'
import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  NotificationBanner,
  PageHead,
  ProblemSummary,
  problemOf,
  Select,
  Textarea,
} from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  frame: CaseFrame
  agencies: readonly Agency[]
  form: FormState<unknown>
  isDone: boolean
}

/** Where a worker writes a complaint down in the person's words. */
export function WritePage({ page, frame, agencies, form, isDone }: Props) {
  const say = words(page.locale)
  const { problems } = form
  const name = frame.calledName
  const choose = { value: '', text: say('choose') }
  const workers = frame.team.flatMap(({ accountId, name: text }) =>
    accountId && text ? [{ value: accountId, text }] : [],
  )
  return (
    <CaseLayout
      page={page}
      frame={frame}
      current="overview"
      title={say('write.title')}
      hasProblems={problems.length > 0}
    >
      <BackLink href={`/cases/${frame.caseId}/consent`}>{say('write.back')}</BackLink>
      <ProblemSummary problems={problems} say={say} />
      {isDone && <NotificationBanner isSuccess text={say('done.written')} />}
      <PageHead title={say('write.title')} sub={say('write.sub', { name })} />
      <form method="post" action={`/cases/${frame.caseId}/complaint`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Select
          name="aboutAgencyId"
          label={say('f.agency')}
          value={typedText(form, 'aboutAgencyId')}
          error={problemOf(problems, 'aboutAgencyId', say)}
          items={[choose, ...agencies.map(({ id, name: text }) => ({ value: id, text }))]}
        />
        <Select
          name="aboutAccountId"
          label={say('f.worker')}
          hint={say('write.worker-hint')}
          value={typedText(form, 'aboutAccountId')}
          error={problemOf(problems, 'aboutAccountId', say)}
          items={[{ value: '', text: say('write.nobody') }, ...workers]}
        />
        <Textarea
          name="words"
          label={say('write.words', { name })}
          rows={6}
          value={typedText(form, 'words')}
          error={problemOf(problems, 'words', say)}
        />
        <Button preventDoubleClick>{say('write.button')}</Button>
      </form>
    </CaseLayout>
  )
}
