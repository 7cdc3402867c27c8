import type { CstNode, ICstVisitor, IToken } from "chevrotain";

export interface SegmentCstNode extends CstNode {
  name: "segment";
  children: SegmentCstChildren;
}

export type SegmentCstChildren = {
  condition: ConditionCstNode[];
  leftover?: LeftoverCstNode[];
};

export interface ConditionCstNode extends CstNode {
  name: "condition";
  children: ConditionCstChildren;
}

export type ConditionCstChildren = {
  conjunction: (ConjunctionCstNode)[];
  Or?: IToken[];
};

export interface ConjunctionCstNode extends CstNode {
  name: "conjunction";
  children: ConjunctionCstChildren;
}

export type ConjunctionCstChildren = {
  part?: (PartCstNode)[];
  operatorAlone?: (OperatorAloneCstNode)[];
  And?: IToken[];
  addition?: AdditionCstNode[];
};

export interface PartCstNode extends CstNode {
  name: "part";
  children: PartCstChildren;
}

export type PartCstChildren = {
  test?: TestCstNode[];
  Not?: IToken[];
  part?: (PartCstNode)[];
  operatorAlone?: (OperatorAloneCstNode)[];
  Label?: IToken[];
  Colon?: IToken[];
  parenthesis?: ParenthesisCstNode[];
  group?: GroupCstNode[];
  quantified?: QuantifiedCstNode[];
  edge?: EdgeCstNode[];
  reference?: ReferenceCstNode[];
};

export interface ParenthesisCstNode extends CstNode {
  name: "parenthesis";
  children: ParenthesisCstChildren;
}

export type ParenthesisCstChildren = {
  Open: IToken[];
  condition: ConditionCstNode[];
  extraInside?: ExtraInsideCstNode[];
  Close?: IToken[];
};

export interface GroupCstNode extends CstNode {
  name: "group";
  children: GroupCstChildren;
}

export type GroupCstChildren = {
  AllOf?: IToken[];
  AnyOf?: IToken[];
  NoneOf?: IToken[];
  GroupAt?: IToken[];
  Least?: IToken[];
  NumberLiteral?: IToken[];
  Of: IToken[];
  Open?: IToken[];
  condition?: (ConditionCstNode)[];
  Comma?: IToken[];
  NewItem?: IToken[];
  extraInside?: ExtraInsideCstNode[];
  Close?: IToken[];
};

export interface QuantifiedCstNode extends CstNode {
  name: "quantified";
  children: QuantifiedCstChildren;
}

export type QuantifiedCstChildren = {
  quantity: QuantityCstNode[];
  Name?: IToken[];
  block?: (BlockCstNode)[];
  Where?: IToken[];
  condition?: ConditionCstNode[];
};

export interface QuantityCstNode extends CstNode {
  name: "quantity";
  children: QuantityCstChildren;
}

export type QuantityCstChildren = {
  Any?: IToken[];
  Every?: IToken[];
  All?: IToken[];
  No?: IToken[];
  None?: IToken[];
  QuantityAt?: IToken[];
  Least?: IToken[];
  Most?: IToken[];
  NumberLiteral?: (IToken)[];
  Exactly?: IToken[];
  QuantityFewer?: IToken[];
  QuantityMore?: IToken[];
  Than?: IToken[];
};

export interface EdgeCstNode extends CstNode {
  name: "edge";
  children: EdgeCstChildren;
}

export type EdgeCstChildren = {
  FirstElement?: IToken[];
  LastElement?: IToken[];
  Name: (IToken)[];
  By?: IToken[];
  block?: BlockCstNode[];
};

export interface BlockCstNode extends CstNode {
  name: "block";
  children: BlockCstChildren;
}

export type BlockCstChildren = {
  Open: IToken[];
  condition: ConditionCstNode[];
  extraInside?: ExtraInsideCstNode[];
  Close?: IToken[];
};

export interface ReferenceCstNode extends CstNode {
  name: "reference";
  children: ReferenceCstChildren;
}

export type ReferenceCstChildren = {
  ReferenceIn: IToken[];
  Any?: IToken[];
  Segment: IToken[];
  TextLiteral?: IToken[];
  list?: ListCstNode[];
  nameAlone?: NameAloneCstNode[];
};

export interface TestCstNode extends CstNode {
  name: "test";
  children: TestCstChildren;
}

export type TestCstChildren = {
  expression: ExpressionCstNode[];
  predicate?: PredicateCstNode[];
  valueAlone?: ValueAloneCstNode[];
};

export interface PredicateCstNode extends CstNode {
  name: "predicate";
  children: PredicateCstChildren;
}

export type PredicateCstChildren = {
  operation?: (OperationCstNode)[];
  is?: IsCstNode[];
  does?: DoesCstNode[];
  OperatorNot?: IToken[];
  Ignoring?: IToken[];
  Case?: IToken[];
};

export interface IsCstNode extends CstNode {
  name: "is";
  children: IsCstChildren;
}

export type IsCstChildren = {
  Is: IToken[];
  OperatorNot?: IToken[];
  expression?: (ExpressionCstNode)[];
  SetWord?: IToken[];
  Missing?: IToken[];
  Empty?: IToken[];
  Null?: IToken[];
  One?: IToken[];
  AnyOf?: IToken[];
  NoneOf?: IToken[];
  Of?: IToken[];
  list?: ListCstNode[];
  EqualTo?: IToken[];
  To?: IToken[];
  operation?: OperationCstNode[];
};

export interface DoesCstNode extends CstNode {
  name: "does";
  children: DoesCstChildren;
}

export type DoesCstChildren = {
  Does: IToken[];
  OperatorNot?: IToken[];
  EqualVerb?: IToken[];
  To?: IToken[];
  expression?: ExpressionCstNode[];
  Contain?: IToken[];
  Start?: IToken[];
  End?: IToken[];
  With?: IToken[];
  Match?: IToken[];
  choice?: ChoiceCstNode[];
  Have?: IToken[];
  listChoice?: ListChoiceCstNode[];
  Exist?: IToken[];
  operation?: OperationCstNode[];
};

export interface OperationCstNode extends CstNode {
  name: "operation";
  children: OperationCstChildren;
}

export type OperationCstChildren = {
  comparison?: ComparisonCstNode[];
  membership?: MembershipCstNode[];
  range?: RangeCstNode[];
  textOperation?: TextOperationCstNode[];
  listOperation?: ListOperationCstNode[];
  dateOperation?: DateOperationCstNode[];
  window?: WindowCstNode[];
  anniversary?: AnniversaryCstNode[];
  Exists?: IToken[];
  NotExists?: IToken[];
};

export interface ComparisonCstNode extends CstNode {
  name: "comparison";
  children: ComparisonCstChildren;
}

export type ComparisonCstChildren = {
  Equal?: IToken[];
  NotEqual?: IToken[];
  Less?: IToken[];
  AtMost?: IToken[];
  Greater?: IToken[];
  AtLeast?: IToken[];
  EqualsWord?: IToken[];
  NotEqualsWord?: IToken[];
  GreaterThanWord?: IToken[];
  LessThanWord?: IToken[];
  GreaterWord?: IToken[];
  LessWord?: IToken[];
  Than?: IToken[];
  At?: IToken[];
  Least?: IToken[];
  Most?: IToken[];
  expression?: ExpressionCstNode[];
};

export interface MembershipCstNode extends CstNode {
  name: "membership";
  children: MembershipCstChildren;
}

export type MembershipCstChildren = {
  In: IToken[];
  list?: ListCstNode[];
  window?: WindowCstNode[];
  value?: ValueCstNode[];
};

export interface RangeCstNode extends CstNode {
  name: "range";
  children: RangeCstChildren;
}

export type RangeCstChildren = {
  Between: IToken[];
  expression?: (ExpressionCstNode)[];
  BetweenAnd?: IToken[];
};

export interface TextOperationCstNode extends CstNode {
  name: "textOperation";
  children: TextOperationCstChildren;
}

export type TextOperationCstChildren = {
  Contains?: IToken[];
  Starts?: IToken[];
  Ends?: IToken[];
  With?: IToken[];
  Like?: IToken[];
  choice: ChoiceCstNode[];
};

export interface ChoiceCstNode extends CstNode {
  name: "choice";
  children: ChoiceCstChildren;
}

export type ChoiceCstChildren = {
  AnyOf?: IToken[];
  Of?: IToken[];
  list?: ListCstNode[];
  expression?: ExpressionCstNode[];
};

export interface ListOperationCstNode extends CstNode {
  name: "listOperation";
  children: ListOperationCstChildren;
}

export type ListOperationCstChildren = {
  Has?: IToken[];
  ArrayContains?: IToken[];
  listChoice: ListChoiceCstNode[];
};

export interface ListChoiceCstNode extends CstNode {
  name: "listChoice";
  children: ListChoiceCstChildren;
}

export type ListChoiceCstChildren = {
  AnyOf?: IToken[];
  AllOf?: IToken[];
  NoneOf?: IToken[];
  Of?: IToken[];
  list?: ListCstNode[];
  expression?: ExpressionCstNode[];
};

export interface DateOperationCstNode extends CstNode {
  name: "dateOperation";
  children: DateOperationCstChildren;
}

export type DateOperationCstChildren = {
  Before?: (IToken)[];
  After?: (IToken)[];
  On?: IToken[];
  OnOr?: IToken[];
  expression?: ExpressionCstNode[];
};

export interface WindowCstNode extends CstNode {
  name: "window";
  children: WindowCstChildren;
}

export type WindowCstChildren = {
  This?: IToken[];
  Last?: IToken[];
  Next?: IToken[];
  NumberLiteral?: IToken[];
  Calendar?: IToken[];
  Full?: IToken[];
  Unit?: IToken[];
};

export interface AnniversaryCstNode extends CstNode {
  name: "anniversary";
  children: AnniversaryCstChildren;
}

export type AnniversaryCstChildren = {
  Anniversary: IToken[];
  In?: IToken[];
  On?: IToken[];
  window?: WindowCstNode[];
  expression?: ExpressionCstNode[];
};

export interface ListCstNode extends CstNode {
  name: "list";
  children: ListCstChildren;
}

export type ListCstChildren = {
  Open: IToken[];
  expression?: (ExpressionCstNode)[];
  Comma?: IToken[];
  NewItem?: IToken[];
  itemAlone?: ItemAloneCstNode[];
  extraWords?: ExtraWordsCstNode[];
  ListWord?: IToken[];
  Close?: IToken[];
};

export interface ExpressionCstNode extends CstNode {
  name: "expression";
  children: ExpressionCstChildren;
}

export type ExpressionCstChildren = {
  term: (TermCstNode)[];
  Plus?: IToken[];
  Minus?: IToken[];
};

export interface TermCstNode extends CstNode {
  name: "term";
  children: TermCstChildren;
}

export type TermCstChildren = {
  factor: (FactorCstNode)[];
  Times?: IToken[];
  Divide?: IToken[];
};

export interface FactorCstNode extends CstNode {
  name: "factor";
  children: FactorCstChildren;
}

export type FactorCstChildren = {
  value?: (ValueCstNode)[];
  nested?: (NestedCstNode)[];
  Minus?: IToken[];
  MonthDayWord?: IToken[];
};

export interface NestedCstNode extends CstNode {
  name: "nested";
  children: NestedCstChildren;
}

export type NestedCstChildren = {
  OpenExpression: IToken[];
  expression?: ExpressionCstNode[];
  extraInside?: ExtraInsideCstNode[];
  Close?: IToken[];
};

export interface ValueCstNode extends CstNode {
  name: "value";
  children: ValueCstChildren;
}

export type ValueCstChildren = {
  Name?: IToken[];
  TextLiteral?: IToken[];
  duration?: DurationCstNode[];
  DateLiteral?: IToken[];
  ForeignDate?: IToken[];
  MonthDayLiteral?: IToken[];
  True?: IToken[];
  False?: IToken[];
  Today?: IToken[];
  Yesterday?: IToken[];
  Tomorrow?: IToken[];
  Now?: IToken[];
  calculation?: CalculationCstNode[];
  aggregate?: AggregateCstNode[];
  Placeholder?: IToken[];
};

export interface DurationCstNode extends CstNode {
  name: "duration";
  children: DurationCstChildren;
}

export type DurationCstChildren = {
  NumberLiteral: IToken[];
  Unit?: IToken[];
  Ago?: IToken[];
  From?: IToken[];
  FromNow?: IToken[];
};

export interface CalculationCstNode extends CstNode {
  name: "calculation";
  children: CalculationCstChildren;
}

export type CalculationCstChildren = {
  Age?: IToken[];
  Month?: IToken[];
  Weekday?: IToken[];
  Hour?: IToken[];
  Open: IToken[];
  expression?: ExpressionCstNode[];
  extraInside?: ExtraInsideCstNode[];
  Close?: IToken[];
};

export interface AggregateCstNode extends CstNode {
  name: "aggregate";
  children: AggregateCstChildren;
}

export type AggregateCstChildren = {
  Count?: IToken[];
  Distinct?: IToken[];
  Sum?: IToken[];
  Avg?: IToken[];
  Min?: IToken[];
  Max?: IToken[];
  Open: IToken[];
  Name?: IToken[];
  Where?: IToken[];
  condition?: ConditionCstNode[];
  extraInside?: ExtraInsideCstNode[];
  Close?: IToken[];
};

export interface OperatorAloneCstNode extends CstNode {
  name: "operatorAlone";
  children: OperatorAloneCstChildren;
}

export type OperatorAloneCstChildren = {
  predicate: PredicateCstNode[];
};

export interface ValueAloneCstNode extends CstNode {
  name: "valueAlone";
  children: ValueAloneCstChildren;
}

export type ValueAloneCstChildren = {
  TextLiteral?: IToken[];
  duration?: DurationCstNode[];
  DateLiteral?: IToken[];
  ForeignDate?: IToken[];
  MonthDayLiteral?: IToken[];
  True?: IToken[];
  False?: IToken[];
  Placeholder?: IToken[];
};

export interface ItemAloneCstNode extends CstNode {
  name: "itemAlone";
  children: ItemAloneCstChildren;
}

export type ItemAloneCstChildren = {
  expression: ExpressionCstNode[];
};

export interface NameAloneCstNode extends CstNode {
  name: "nameAlone";
  children: NameAloneCstChildren;
}

export type NameAloneCstChildren = {
  Name: IToken[];
};

export interface AdditionCstNode extends CstNode {
  name: "addition";
  children: AdditionCstChildren;
}

export type AdditionCstChildren = {
  part?: (PartCstNode)[];
  StrayComma?: IToken[];
  operatorAlone?: OperatorAloneCstNode[];
  StrayClose?: IToken[];
  extraWords?: ExtraWordsCstNode[];
};

export interface ExtraWordsCstNode extends CstNode {
  name: "extraWords";
  children: ExtraWordsCstChildren;
}

export type ExtraWordsCstChildren = {
  Continuing: (IToken)[];
  Starting?: IToken[];
  extraParenthesis?: ExtraParenthesisCstNode[];
};

export interface ExtraInsideCstNode extends CstNode {
  name: "extraInside";
  children: ExtraInsideCstChildren;
}

export type ExtraInsideCstChildren = {
  Continuing?: IToken[];
  Starting?: IToken[];
  And?: IToken[];
  Or?: IToken[];
  Comma?: IToken[];
  NewItem?: IToken[];
  ListWord?: IToken[];
  StrayComma?: IToken[];
  StrayClose?: IToken[];
  extraParenthesis?: ExtraParenthesisCstNode[];
};

export interface ExtraParenthesisCstNode extends CstNode {
  name: "extraParenthesis";
  children: ExtraParenthesisCstChildren;
}

export type ExtraParenthesisCstChildren = {
  Open?: IToken[];
  OpenExpression?: IToken[];
  extraInside?: ExtraInsideCstNode[];
  Close?: IToken[];
};

export interface LeftoverCstNode extends CstNode {
  name: "leftover";
  children: LeftoverCstChildren;
}

export type LeftoverCstChildren = {
  extraInside?: ExtraInsideCstNode[];
  Close?: IToken[];
};
