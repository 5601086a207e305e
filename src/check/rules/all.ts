import type { Rule } from '../rule.js';
import { amountDigits } from './amountDigits.js';
import { annualOverWhole } from './annualOverWhole.js';
import { annualWithinWhole } from './annualWithinWhole.js';
import { blankAmount } from './blankAmount.js';
import { blankLine } from './blankLine.js';
import { bodyName } from './bodyName.js';
import { clockStyle } from './clockStyle.js';
import { collocation } from './collocation.js';
import { copiedText } from './copiedText.js';
import { coreIndicatorEmpty } from './coreIndicatorEmpty.js';
import { costLimit } from './costLimit.js';
import { costLineSum } from './costLineSum.js';
import { costSign } from './costSign.js';
import { coverage } from './coverage.js';
import { crossYearGoal } from './crossYearGoal.js';
import { dateBroken } from './dateBroken.js';
import { deadlineLate } from './deadlineLate.js';
import { decimals } from './decimals.js';
import { departmentOrUnit } from './departmentOrUnit.js';
import { departmentTotal } from './departmentTotal.js';
import { documentNumber } from './documentNumber.js';
import { doubledMark } from './doubledMark.js';
import { doubledParts } from './doubledParts.js';
import { doubtfulName, doubtfulValue } from './doubtful.js';
import { duplicateIndicator } from './duplicateIndicator.js';
import { emptyTableNote } from './emptyTableNote.js';
import { expenditureIncome } from './expenditureIncome.js';
import { fieldNotPrinted } from './fieldNotPrinted.js';
import { fieldUneven } from './fieldUneven.js';
import { filler } from './filler.js';
import { formulaResult } from './formulaResult.js';
import { fundingSum } from './fundingSum.js';
import { goalMissing } from './goalMissing.js';
import { goalNumbers } from './goalNumbers.js';
import { goalOffTopic } from './goalOffTopic.js';
import { goalWithoutNumber } from './goalWithoutNumber.js';
import { gradeOverlap } from './gradeOverlap.js';
import { indicatorIncomplete } from './indicatorIncomplete.js';
import { indicatorOrder } from './indicatorOrder.js';
import { knownTypo } from './knownTypo.js';
import { level2Misplaced } from './level2Misplaced.js';
import { levelName } from './levelName.js';
import { lostCharacter } from './lostCharacter.js';
import { markMissing } from './markMissing.js';
import { markupLeft } from './markupLeft.js';
import { markWidth } from './markWidth.js';
import { misplacedMark } from './misplacedMark.js';
import { nameBlank } from './nameBlank.js';
import { nameDrift } from './nameDrift.js';
import { nameInValue } from './nameInValue.js';
import { nameNotIndicator } from './nameNotIndicator.js';
import { nameNotName } from './nameNotName.js';
import { noBoxTicked } from './noBoxTicked.js';
import { noMoney } from './noMoney.js';
import { numberBare } from './numberBare.js';
import { numbering } from './numbering.js';
import { percentLimit } from './percentLimit.js';
import { periodHalfEmpty } from './periodHalfEmpty.js';
import { periodOffYear } from './periodOffYear.js';
import { personalData } from './personalData.js';
import { pinyinLeft } from './pinyinLeft.js';
import { placeholder } from './placeholder.js';
import { planOffYear } from './planOffYear.js';
import { proseAmount } from './proseAmount.js';
import { quantityAsText } from './quantityAsText.js';
import { quantityWithoutNumber } from './quantityWithoutNumber.js';
import { quotePairs } from './quotePairs.js';
import { rareCharacter } from './rareCharacter.js';
import { repeatedWord } from './repeatedWord.js';
import { requiredLevel2Empty } from './requiredLevel2Empty.js';
import { roundedSum } from './roundedSum.js';
import { sameGoals } from './sameGoals.js';
import { sameHalves } from './sameHalves.js';
import { satisfactionMissing } from './satisfactionMissing.js';
import { settingSentence } from './settingSentence.js';
import { signLost } from './signLost.js';
import { signMisread } from './signMisread.js';
import { signWords } from './signWords.js';
import { strayLetter } from './strayLetter.js';
import { straySpace } from './straySpace.js';
import { strayStop } from './strayStop.js';
import { taskMoney } from './taskMoney.js';
import { templateText } from './templateText.js';
import { textLimits } from './textLimits.js';
import { timelinessWithoutTime } from './timelinessWithoutTime.js';
import { titleMarks } from './titleMarks.js';
import { unitMismatch } from './unitMismatch.js';
import { unitMissing } from './unitMissing.js';
import { unitNotUnit } from './unitNotUnit.js';
import { unitTwice } from './unitTwice.js';
import { unitWriting } from './unitWriting.js';
import { unsetScript } from './unsetScript.js';
import { vagueValue } from './vagueValue.js';
import { valueBlank } from './valueBlank.js';
import { valueInName } from './valueInName.js';
import { valueNotValue } from './valueNotValue.js';
import { valueRepeatsName } from './valueRepeatsName.js';
import { valueUnexplained } from './valueUnexplained.js';
import { weights } from './weights.js';
import { wrongLevel } from './wrongLevel.js';
import { yearBare } from './yearBare.js';
import { yearInText } from './yearInText.js';

/** All rules, in the order of their numbers. */
export const rules: readonly Rule[] = [
  fieldUneven,
  nameBlank,
  goalMissing,
  coverage,
  satisfactionMissing,
  requiredLevel2Empty,
  coreIndicatorEmpty,
  indicatorIncomplete,
  nameNotName,
  nameNotIndicator,
  doubtfulName,
  valueBlank,
  unitMissing,
  numberBare,
  periodHalfEmpty,
  crossYearGoal,
  sameGoals,
  placeholder,
  filler,
  templateText,
  valueRepeatsName,
  copiedText,
  fundingSum,
  noMoney,
  departmentTotal,
  annualWithinWhole,
  proseAmount,
  expenditureIncome,
  taskMoney,
  costLineSum,
  formulaResult,
  costLimit,
  amountDigits,
  decimals,
  roundedSum,
  blankAmount,
  quantityAsText,
  quantityWithoutNumber,
  valueNotValue,
  doubtfulValue,
  vagueValue,
  percentLimit,
  costSign,
  timelinessWithoutTime,
  unitMismatch,
  wrongLevel,
  nameInValue,
  valueInName,
  unitNotUnit,
  doubledParts,
  signLost,
  signMisread,
  signWords,
  unitTwice,
  unitWriting,
  duplicateIndicator,
  textLimits,
  weights,
  gradeOverlap,
  indicatorOrder,
  level2Misplaced,
  levelName,
  annualOverWhole,
  sameHalves,
  deadlineLate,
  periodOffYear,
  dateBroken,
  planOffYear,
  valueUnexplained,
  markupLeft,
  pinyinLeft,
  lostCharacter,
  noBoxTicked,
  strayLetter,
  rareCharacter,
  unsetScript,
  doubledMark,
  markWidth,
  misplacedMark,
  numbering,
  markMissing,
  titleMarks,
  quotePairs,
  straySpace,
  blankLine,
  strayStop,
  personalData,
  clockStyle,
  knownTypo,
  collocation,
  nameDrift,
  bodyName,
  repeatedWord,
  yearInText,
  yearBare,
  goalNumbers,
  goalOffTopic,
  goalWithoutNumber,
  documentNumber,
  departmentOrUnit,
  emptyTableNote,
  settingSentence,
  fieldNotPrinted,
];
