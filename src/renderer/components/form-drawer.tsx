import { Alert, App, Button, Drawer, Form, type FormInstance } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useWords } from '../i18n'
import { ErrorState } from './error-state'
import { useDraft, type Draft } from './form-draft'
import { refusalOf } from './refusal'

interface FormDrawerProps<V extends object> {
  open: boolean
  title: string
  /** Values the form starts with; must be complete, so that "changed" can be judged. */
  initial: V
  /** Name under which unsaved input is kept, e.g. `account.new` or `account.17`. */
  draftKey: string
  /** What the input was based on, e.g. the record's version. */
  draftBase?: string
  submitLabel?: string
  width?: number
  /** Throws what the core refused; a refusal with a field is shown at that field. */
  onSubmit: (values: V) => Promise<void>
  onClose: () => void
  children: (form: FormInstance<V>) => ReactNode
}

/**
 * A form in a drawer. Labels above fields, checked while typing; Ctrl+S or Enter saves, but never the Enter that ends
 * an IME's composition or takes the day typed into a date field; Esc asks only if something was changed; what was typed survives a restart.
 */
export function FormDrawer<V extends object>(props: FormDrawerProps<V>) {
  const { open, title, width = 640, draftKey, draftBase = '', onClose } = props
  const { modal } = App.useApp()
  const t = useWords()
  const draft = useDraft<V>(draftKey, draftBase)
  const changed = useRef(false)
  const asking = useRef(false)
  const close = () => {
    if (!changed.current) return onClose()
    if (asking.current) return
    asking.current = true
    modal.confirm({
      title: t('components:form.unsaved'),
      content: t('components:form.unsavedText'),
      okText: t('components:form.leave'),
      okButtonProps: { danger: true },
      cancelText: t('components:form.stay'),
      onOk: () => {
        draft.drop()
        onClose()
      },
      afterClose: () => {
        asking.current = false
      },
    })
  }
  return (
    <Drawer open={open} title={title} size={width} onClose={close} destroyOnHidden mask={{ closable: false }}>
      {open ? (
        <DrawerForm {...props} draft={draft} onCancel={close} onChanged={(value) => (changed.current = value)} />
      ) : null}
    </Drawer>
  )
}

type DrawerFormProps<V extends object> = FormDrawerProps<V> & {
  draft: Draft<V>
  onCancel: () => void
  onChanged: (changed: boolean) => void
}

function DrawerForm<V extends object>(props: DrawerFormProps<V>) {
  const { initial, draft, submitLabel, onSubmit, onCancel, onChanged, children } = props
  const t = useWords()
  const [form] = Form.useForm<V>()
  const [stored, setStored] = useState(() => draft.stored())
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const [faults, setFaults] = useState(0)
  const composing = useComposing()
  const start = useRef({ onChanged, restored: stored !== null })
  useEffect(() => {
    const { onChanged: report, restored } = start.current
    report(restored)
    return () => report(false)
  }, [])

  const submit = async (values: V) => {
    setBusy(true)
    setFailure(null)
    setFaults(0)
    try {
      await onSubmit({ ...initial, ...values })
      draft.drop()
    } catch (error) {
      const { field } = refusalOf(error)
      if (field && form.getFieldInstance(field as never)) form.scrollToField(field as never, { focus: true })
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const discardDraft = () => {
    form.setFieldsValue(initial as never)
    draft.drop()
    setStored(null)
    onChanged(false)
  }

  return (
    <div
      className="form-drawer"
      {...composing.handlers}
      onKeyDown={(event: KeyboardEvent) => {
        if ((event.ctrlKey || event.metaKey) && (event.key === 's' || event.key === 'Enter')) {
          event.preventDefault()
          form.submit()
        } else if (event.key === 'Enter' && event.target instanceof Element && event.target.closest('.ant-picker')) {
          // It takes the day; the half-filled form is not to be filed with it.
          event.preventDefault()
        }
      }}
    >
      <Form<V>
        form={form}
        layout="vertical"
        initialValues={{ ...initial, ...stored }}
        validateTrigger={['onChange', 'onBlur']}
        onFinish={() => void submit(form.getFieldsValue(true) as V)}
        onFinishFailed={({ errorFields }) => {
          // What was refused before is not what is wrong now.
          setFailure(null)
          setFaults(errorFields.length)
          const first = errorFields[0]
          if (first) form.scrollToField(first.name as never, { focus: true })
        }}
        onValuesChange={() => {
          const values = { ...initial, ...form.getFieldsValue(true) } as V
          const different = !same(values, initial)
          onChanged(different)
          setFaults(0)
          if (different) draft.keep(values)
          else draft.drop()
        }}
        onSubmitCapture={(event) => {
          if (!composing.active()) return
          event.preventDefault()
          event.stopPropagation()
        }}
      >
        {stored ? (
          <Alert
            className="form-note"
            type="info"
            showIcon
            title={t('components:form.draftRestored')}
            action={
              <Button size="small" onClick={discardDraft}>
                {t('components:form.draftDiscard')}
              </Button>
            }
          />
        ) : null}
        {children(form)}
        <div className="form-foot">
          {failure ? <ErrorState error={failure} /> : null}
          {faults > 0 ? (
            <Alert type="error" showIcon role="alert" title={t('components:form.check', { count: faults })} />
          ) : null}
          <div className="row form-buttons">
            <Button onClick={onCancel}>{t('shell:cancel')}</Button>
            <Button type="primary" htmlType="submit" loading={busy}>
              {submitLabel ?? t('shell:save')}
            </Button>
          </div>
        </div>
      </Form>
    </div>
  )
}

/** Whether an IME is composing: the Enter that picks a word is not the Enter that saves. */
function useComposing() {
  const composing = useRef(false)
  const [api] = useState(() => ({
    active: () => composing.current,
    handlers: {
      onCompositionStartCapture: () => {
        composing.current = true
      },
      onCompositionEndCapture: () => {
        // Some IMEs end the composition before the key that ended it arrives: wait until that key is through.
        setTimeout(() => {
          composing.current = false
        }, 0)
      },
      onKeyDownCapture: (event: KeyboardEvent) => {
        if (event.key === 'Enter' && (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229)) {
          event.preventDefault()
          event.stopPropagation()
        }
      },
    },
  }))
  return api
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
