import { Button, Form, Input, Modal, Space, Tag } from 'antd'
import { EditOutlined, PlusOutlined } from '../../components/icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type ChoiceEntry, type ChoiceList, choiceLists, closedLists } from '#shared/contract/choices'
import { useApi, useChanged } from '../../components/backend'
import { useMay } from '../../components/book'
import { ErrorState } from '../../components/error-state'
import { formatCount } from '../../components/figures'
import { HelpButton } from '../../components/help-button'
import { MoveButtons } from '../../components/move-buttons'
import { useNotifyDone, useNotifyError } from '../../components/notify'
import { useUndoable } from '../../components/use-undoable'
import { useWords } from '../../i18n'

/** 选项列表: the words a branch offers in its forms, one panel per list. */
export function ChoiceListsPanel() {
  const t = useWords()
  const api = useApi()
  const lists = useQuery({
    queryKey: ['choices', 'lists'],
    queryFn: ({ signal }) => api.choices.lists({}, { signal }),
  })
  const [renaming, setRenaming] = useState<ChoiceEntry | null>(null)
  if (lists.error) return <ErrorState error={lists.error} onRetry={() => void lists.refetch()} />
  if (!lists.data) return null
  const { entries, others } = lists.data
  return (
    <>
      <div className="row row-spread settings-head">
        <HelpButton text={t('archive:choices.help')} />
      </div>
      <div className="choice-panels">
        {choiceLists.map((list) => (
          <ListPanel
            key={list}
            list={list}
            entries={entries.filter((entry) => entry.list === list)}
            others={others.filter((other) => other.list === list).map(({ name }) => name)}
            onRename={setRenaming}
          />
        ))}
      </div>
      {renaming ? <RenameDialog key={renaming.id} entry={renaming} onClose={() => setRenaming(null)} /> : null}
    </>
  )
}

interface ListPanelProps {
  list: ChoiceList
  entries: readonly ChoiceEntry[]
  /** Words in use that the list has not. */
  others: readonly string[]
  onRename: (entry: ChoiceEntry) => void
}

function ListPanel({ list, entries, others, onRename }: ListPanelProps) {
  const t = useWords()
  const api = useApi()
  const may = useMay()
  const changed = useChanged()
  const failed = useNotifyError()
  const undoable = useUndoable()
  const mayEdit = may('system.manage')
  const act = (work: Promise<unknown>) => work.then(changed).catch(failed)
  const offer = (id: number) => api.choices.retire({ id, retired: false })
  const retire = ({ id, name }: ChoiceEntry) =>
    undoable(
      t('archive:choices.retiredDone', { name }),
      () => api.choices.retire({ id, retired: true }),
      () => offer(id),
    )
  const label = t(`archive:choices.list.${list}`)
  return (
    <section className="panel" aria-label={label}>
      <h2>
        {label}{' '}
        <span className="text-secondary choice-kind">
          {t(closedLists.has(list) ? 'archive:choices.closed' : 'archive:choices.open')}
        </span>
      </h2>
      {entries.length === 0 ? <p className="text-secondary">{t('archive:choices.none')}</p> : null}
      <ul className="choice-list">
        {entries.map((entry, index) => (
          <li key={entry.id} className="row row-spread">
            <span className={entry.retired ? 'text-secondary' : undefined}>
              {entry.name} {entry.retired ? <Tag>{t('archive:choices.retired')}</Tag> : null}
              <span className="text-secondary figure" title={t('archive:choices.used')}>
                {entry.used > 0 ? formatCount(entry.used) : ''}
              </span>
            </span>
            {mayEdit ? (
              <Space size={0}>
                <MoveButtons
                  index={index}
                  count={entries.length}
                  up={`${t('archive:choices.up')} ${entry.name}`}
                  down={`${t('archive:choices.down')} ${entry.name}`}
                  onMove={(to) => void act(api.choices.move({ id: entry.id, to }))}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<EditOutlined />}
                  aria-label={`${t('archive:choices.rename')} ${entry.name}`}
                  onClick={() => onRename(entry)}
                />
                <Button type="text" size="small" onClick={() => (entry.retired ? act(offer(entry.id)) : retire(entry))}>
                  {t(entry.retired ? 'archive:choices.restore' : 'archive:choices.retire')}
                </Button>
              </Space>
            ) : null}
          </li>
        ))}
      </ul>
      {mayEdit ? (
        <>
          <AddChoice label={label} onAdd={(name) => api.choices.add({ list, name }).then(changed)} />
          {others.length > 0 ? (
            <p className="text-secondary">
              {t('archive:choices.others')}{' '}
              {others.map((name) => (
                <Button
                  key={name}
                  size="small"
                  aria-label={t('archive:choices.addOther', { name })}
                  onClick={() => void act(api.choices.add({ list, name }))}
                >
                  + {name}
                </Button>
              ))}
            </p>
          ) : null}
        </>
      ) : null}
    </section>
  )
}

function AddChoice({ label, onAdd }: { label: string; onAdd: (name: string) => Promise<void> }) {
  const t = useWords()
  const failed = useNotifyError()
  const [name, setName] = useState('')
  const add = () => {
    if (name.trim() === '') return
    onAdd(name.trim()).then(() => setName(''), failed)
  }
  return (
    <Space.Compact>
      <Input
        value={name}
        maxLength={20}
        placeholder={t('archive:choices.addHint')}
        aria-label={`${t('archive:choices.addHint')} ${label}`}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={(event) => !event.nativeEvent.isComposing && add()}
      />
      <Button icon={<PlusOutlined />} onClick={add}>
        {t('archive:choices.add')}
      </Button>
    </Space.Compact>
  )
}

function RenameDialog({ entry, onClose }: { entry: ChoiceEntry; onClose: () => void }) {
  const t = useWords()
  const api = useApi()
  const changed = useChanged()
  const done = useNotifyDone()
  const [name, setName] = useState(entry.name)
  const [failure, setFailure] = useState<unknown>(null)
  const rename = async () => {
    try {
      const { renamed } = await api.choices.rename({ id: entry.id, version: entry.version, name: name.trim() })
      onClose()
      done(t('archive:choices.renamed', { count: renamed }))
      await changed()
    } catch (error) {
      setFailure(error)
    }
  }
  return (
    <Modal
      open
      title={`${t('archive:choices.rename')} ${entry.name}`}
      okText={t('shell:save')}
      cancelText={t('shell:cancel')}
      okButtonProps={{ disabled: name.trim() === '' }}
      onOk={() => void rename()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label={t('archive:choices.name')} htmlFor="choice-name">
          <Input
            id="choice-name"
            value={name}
            maxLength={20}
            autoFocus
            onChange={(event) => setName(event.target.value)}
            onPressEnter={(event) => !event.nativeEvent.isComposing && void rename()}
          />
        </Form.Item>
      </Form>
      {failure ? <ErrorState error={failure} /> : null}
    </Modal>
  )
}
