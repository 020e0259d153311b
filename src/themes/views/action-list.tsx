import { formatAt, formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Details, Input, Link, PlainList, StatusTag } from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Action } from '../queries/actions.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  actions: readonly Action[]
  today: string
  /** Names the theme of each. */
  isAcrossThemes?: boolean
  mayFinish?(action: Action): boolean
  /** What was typed of one that could not be kept. */
  form?: Pick<FormState<unknown>, 'typed' | 'problems'> | undefined
}

/** What was taken on, by whom and until when; what is late says so in words. */
export function ActionList({ page, actions, today, isAcrossThemes, mayFinish, form }: Props) {
  const { locale } = page
  const say = words(locale)
  return (
    <PlainList>
      {actions.map((action) => {
        const { id, words: text, ownerName, ownerAgency, dueOn, doneAt, doneByName, doneWords, themeId } = action
        return (
          <li>
            <strong>{text}</strong> {!doneAt && dueOn < today && <StatusTag tone="bad">{say('action.late')}</StatusTag>}
            {doneAt && <StatusTag tone="good">{say('action.is-done')}</StatusTag>}
            <p class="tl-m0">
              {say('action.by', { name: ownerName, agency: ownerAgency, day: formatDay(locale, dueOn) })}
            </p>
            {isAcrossThemes && (
              <p class="tl-m0">
                <Link href={`/themes/${themeId}`}>{action.themeTitle}</Link>
              </p>
            )}
            {!isAcrossThemes && action.metOn && (
              <p class="tl-m0 tl-quiet">{say('action.of-meeting', { day: formatDay(locale, action.metOn) })}</p>
            )}
            {doneAt && (
              <p class="tl-m0 tl-quiet">
                {say('action.done-by', { name: doneByName ?? '', at: formatAt(locale, doneAt) })} {doneWords}
              </p>
            )}
            {!doneAt && mayFinish?.(action) && (
              <Details summary={say('action.finish')} isOpen={typedText(form ?? { typed: {} }, 'actionId') === id}>
                <form method="post" action={`/themes/${themeId}/actions/${id}/done`} novalidate>
                  <input type="hidden" name="formId" value={newId()} />
                  <input type="hidden" name="actionId" value={id} />
                  <Input
                    id={`doneWords-${id}`}
                    name="doneWords"
                    label={say('action.how')}
                    value={typedText(form ?? { typed: {} }, 'actionId') === id ? typedText(form!, 'doneWords') : ''}
                  />
                  <button type="submit" class="govuk-button govuk-button--secondary">
                    {say('action.finish-button')}
                    <span class="govuk-visually-hidden">: {text}</span>
                  </button>
                </form>
              </Details>
            )}
          </li>
        )
      })}
    </PlainList>
  )
}
