import { Button, Dropdown, Input, Modal, Tag, type MenuProps } from 'antd'
import { DownOutlined } from '../icons'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { SavedView, ViewContent, ViewList } from '#shared/contract/views'
import { useWords } from '../../i18n'
import { useApi, useChanged } from '../backend'
import { useMay } from '../book'
import { errorText } from '../error-state'
import { Field } from '../field'
import { useNotifyDone, useNotifyError } from '../notify'
import { useUndoable } from '../use-undoable'
import type { ListState } from './use-list'

interface SavedViewsProps<F extends object> {
  of: ViewList
  list: ListState<F>
  columns: {
    chosen: readonly string[]
    standard: readonly string[]
    choose: (keys: string[]) => void
    reset: () => void
  }
}

/**
 * The views of a list in its bar: the one that is set with a mark where the list was changed since, and what can be done
 * with it. The default is set where the list is opened without asking for anything.
 */
export function SavedViews<F extends object>({ of, list, columns }: SavedViewsProps<F>) {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const changed = useChanged()
  const failed = useNotifyError()
  const tell = useNotifyDone()
  const undoable = useUndoable()
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null)
  const views = useQuery({
    queryKey: ['views', 'list', of],
    queryFn: ({ signal }) => api.views.list({ list: of }, { signal }),
  })
  const saved = views.data ?? []
  const current = saved.find(({ id }) => id === list.view) ?? null
  const content: ViewContent = { ...list.setting, filters: { ...list.setting.filters }, columns: [...columns.chosen] }
  const differs = current !== null && !sameContent(current, content, columns.standard)

  const apply = (view: SavedView) => {
    list.apply(view, view.id)
    if (view.columns.length === 0) columns.reset()
    else columns.choose(view.columns)
  }
  useDefaultOnce(list.untouched, views.data, apply)

  const write = (work: Promise<SavedView>) =>
    work.then(async (view) => {
      await changed()
      list.apply(view, view.id)
      tell(t('components:view.saved', { name: view.name }))
    })
  const actions: Record<string, () => void> = {
    all: () => {
      list.apply({ filters: {}, search: '', sort: '', descending: false }, 0)
      columns.reset()
    },
    saveAs: () => setNaming('new'),
  }
  for (const view of saved) actions[`view-${view.id}`] = () => apply(view)
  if (current) {
    const { id, version, name, isDefault } = current
    actions['save'] = () => void write(api.views.update({ id, version, content })).catch(failed)
    actions['rename'] = () => setNaming('rename')
    actions['default'] = () => void api.views.setDefault({ id, isDefault: !isDefault }).then(changed, failed)
    actions['remove'] = () =>
      undoable(
        t('components:view.removed', { name }),
        () => api.views.remove({ id }),
        () => api.views.restore({ id }),
      )
  }

  // Without a view the button is called what it is: with filters set the list is not “all records”.
  const name = current?.name ?? t('components:view.title')
  const label = differs ? t('components:view.changed', { name }) : name
  return (
    <>
      <Dropdown
        trigger={['click']}
        placement="bottomRight"
        menu={{
          items: [
            ...choices(t, saved, views.error ? errorText(t, views.error) : null),
            ...(may('waybills.write') ? [{ type: 'divider' as const }, ...workItems(t, current, differs)] : []),
          ],
          selectedKeys: [current ? `view-${current.id}` : 'all'],
          onClick: ({ key }) => actions[key]?.(),
        }}
      >
        <Button
          className="view-button"
          aria-label={current ? `${t('components:view.title')} ${label}` : label}
          title={label}
        >
          <span className="ellipsis">{name}</span>
          {differs ? <span className="view-dot" aria-hidden="true" /> : null}
          <DownOutlined />
        </Button>
      </Dropdown>
      {naming ? (
        <NameDialog
          initial={naming === 'rename' ? (current?.name ?? '') : ''}
          onClose={() => setNaming(null)}
          onName={(wanted) =>
            naming === 'rename' && current
              ? api.views.update({ id: current.id, version: current.version, name: wanted }).then(changed)
              : write(api.views.create({ list: of, name: wanted, content }))
          }
        />
      ) : null}
    </>
  )
}

type Words = ReturnType<typeof useWords>
type Items = NonNullable<MenuProps['items']>

function choices(t: Words, saved: readonly SavedView[], failure: string | null): Items {
  const none = failure ?? t('components:view.none')
  return [
    { key: 'all', label: t('components:view.all') },
    ...saved.map((view) => ({
      key: `view-${view.id}`,
      label: (
        <span className="view-item">
          <span className="ellipsis">{view.name}</span>
          {view.isDefault ? <Tag>{t('components:view.default')}</Tag> : null}
        </span>
      ),
    })),
    ...(saved.length === 0 ? [{ key: 'none', disabled: true, label: none }] : []),
  ]
}

function workItems(t: Words, current: SavedView | null, differs: boolean): Items {
  const saveAs = { key: 'saveAs', label: t('components:view.saveAs') }
  if (!current) return [saveAs]
  return [
    { key: 'save', disabled: !differs, label: t('components:view.save', { name: current.name }) },
    saveAs,
    { key: 'rename', label: t('components:view.rename') },
    { key: 'default', label: t(current.isDefault ? 'components:view.dropDefault' : 'components:view.makeDefault') },
    { key: 'remove', danger: true, label: t('components:view.remove') },
  ]
}

/** Sets the default when the list is opened and its views are known; never again, so that it can be left. */
function useDefaultOnce(untouched: boolean, views: readonly SavedView[] | undefined, apply: (view: SavedView) => void) {
  const settled = useRef(false)
  useEffect(() => {
    if (settled.current || (untouched && views === undefined)) return
    settled.current = true
    const standard = views?.find(({ isDefault }) => isDefault)
    if (untouched && standard) apply(standard)
  }, [untouched, views, apply])
}

/** A view without columns has those the list has by itself. */
function sameContent(one: ViewContent, other: ViewContent, standard: readonly string[]): boolean {
  const columns = (view: ViewContent) => (view.columns.length === 0 ? standard : view.columns)
  const filters = (view: ViewContent) => Object.entries(view.filters).map(([key, value]) => `${key}=${value}`)
  return (
    one.search === other.search &&
    one.sort === other.sort &&
    one.descending === other.descending &&
    sameTexts(filters(one), filters(other)) &&
    sameTexts(columns(one), columns(other))
  )
}

/** The same texts in any order. */
function sameTexts(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((text) => others.includes(text))
}

interface NameDialogProps {
  initial: string
  onName: (name: string) => Promise<unknown>
  onClose: () => void
}

function NameDialog({ initial, onName, onClose }: NameDialogProps) {
  const t = useWords()
  const [name, setName] = useState(initial)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const wanted = name.trim()
  const submit = () => {
    if (wanted === '' || busy) return
    setBusy(true)
    onName(wanted).then(onClose, (error: unknown) => {
      setFailure(errorText(t, error))
      setBusy(false)
    })
  }
  return (
    <Modal
      open
      title={t(initial === '' ? 'components:view.saveAs' : 'components:view.rename')}
      okText={t('shell:save')}
      cancelText={t('shell:cancel')}
      okButtonProps={{ disabled: wanted === '', loading: busy }}
      onOk={submit}
      onCancel={onClose}
      width={420}
    >
      <Field label={t('components:view.name')} required message={failure} note={t('components:view.nameHint')}>
        {(id) => (
          <Input
            id={id}
            value={name}
            maxLength={40}
            autoFocus
            onChange={(event) => {
              setName(event.target.value)
              setFailure(null)
            }}
            onPressEnter={(event) => !event.nativeEvent.isComposing && submit()}
          />
        )}
      </Field>
    </Modal>
  )
}
