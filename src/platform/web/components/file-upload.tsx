import { type Attributes, classNames, pieceOf } from './attributes.ts'
import { describedBy, Field, type FieldOptions } from './field.tsx'
import { type ScriptMessages, scriptWords } from './i18n.ts'

export interface FileUploadProps extends FieldOptions {
  /** Kinds of file that fit, as `.csv,.json`. */
  accept?: string | undefined
  isMultiple?: boolean | undefined
  isDisabled?: boolean | undefined
  /** A place to drop files, for a page that loads GOV.UK's script for it. Ours does not: the browser's own button is enough. */
  dropZone?: { messages?: ScriptMessages; class?: string | undefined; attributes?: Attributes | undefined } | undefined
}

/** A file from the worker's machine. */
export function FileUpload(props: FileUploadProps) {
  const id = props.id || props.name
  const input = (
    <input
      class={classNames('govuk-file-upload', props.class, pieceOf(props.error) && 'govuk-file-upload--error')}
      id={id}
      name={props.name}
      type="file"
      accept={props.accept}
      disabled={props.isDisabled}
      multiple={props.isMultiple}
      aria-describedby={describedBy(id, props)}
      {...props.attributes}
    />
  )
  const zone = props.dropZone
  return (
    <Field id={id} field={props}>
      {props.before}
      {zone ? (
        <div
          class={classNames('govuk-file-upload-wrapper', zone.class)}
          data-module="govuk-file-upload"
          {...scriptWords(zone.messages ?? {})}
          {...zone.attributes}
        >
          {input}
        </div>
      ) : (
        input
      )}
      {props.after}
    </Field>
  )
}
