import { Steps } from 'antd'
import type { ImportKind } from '#shared/contract/imports'
import { useWords } from '../../../i18n'

export type Step = 'file' | 'columns' | 'preview' | 'run' | 'result'

/** Price workbooks have a fixed form: no columns to assign. */
export function stepsOf(kind: ImportKind): readonly Step[] {
  return kind === 'prices' ? ['file', 'preview', 'run', 'result'] : ['file', 'columns', 'preview', 'run', 'result']
}

/** Where the clerk is: 选择文件 → 对应列 → 预览与问题 → 导入 → 结果. */
export function WizardSteps({ kind, step }: { kind: ImportKind; step: Step }) {
  const t = useWords()
  const steps = stepsOf(kind)
  return (
    <nav className="wizard-steps" aria-label={t(`imports:wizard.${kind}`)}>
      <Steps
        size="small"
        current={steps.indexOf(step)}
        items={steps.map((name) => ({ title: t(`imports:step.${name}`) }))}
      />
    </nav>
  )
}
