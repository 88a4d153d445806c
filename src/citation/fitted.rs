//! A style without what it would say of other sources than those at hand.
//!
//! Styles ask of every source anew whether it is a book, a map, a hearing, and the processor looks through all of it
//! several times before it writes a word. What the answer must be, because no source at hand is of that type or has
//! that variable, is decided here once; what is left says the same words.

use std::collections::BTreeSet;
use std::str::FromStr;

use hayagriva::citationberg::json::{FixedDateRange, Item, Value};
use hayagriva::citationberg::taxonomy::{Kind, NumberVariable, StandardVariable, Variable};
use hayagriva::citationberg::{
    Choose, ChooseBranch, ChooseMatch, CslMacro, ElseBranch, IndependentStyle, LayoutRenderingElement, Names,
    NamesChild, Sort, SortKey, TextTarget,
};

/// What is known of all sources at hand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Known {
    /// Of which types they are.
    types: Vec<Option<Kind>>,
    /// The variables that at least one of them has.
    variables: BTreeSet<String>,
    /// The variables that each of them has.
    of_all: BTreeSet<String>,
}

impl Known {
    /// Of these items.
    pub(super) fn of<'i>(items: impl IntoIterator<Item = &'i Item>) -> Self {
        let mut known = Self::default();
        for (nth, Item(variables)) in items.into_iter().enumerate() {
            let kind = variables.get("type").and_then(|value| Kind::from_str(&value.to_str()?).ok());
            if !known.types.contains(&kind) {
                known.types.push(kind);
            }
            let has = |name: &String| variables.get(name).is_some_and(says_something);
            match nth {
                0 => known.of_all.extend(variables.keys().filter(|name| has(name)).cloned()),
                _ => known.of_all.retain(has),
            }
            for name in variables.keys() {
                if !known.variables.contains(name) {
                    known.variables.insert(name.clone());
                }
            }
        }
        known
    }

    /// Whether an item is of this type, where that is the same for all.
    fn is(&self, kind: Kind) -> Option<bool> {
        match self.types.as_slice() {
            [only] => Some(*only == Some(kind)),
            types => (!types.contains(&Some(kind))).then_some(false),
        }
    }

    /// Whether an item has this variable, where that is sure.
    fn has(&self, variable: Variable) -> Option<bool> {
        let is_of_the_item = match variable {
            Variable::Standard(of) => {
                !matches!(of, StandardVariable::CitationLabel | StandardVariable::YearSuffix)
            }
            Variable::Number(of) => !matches!(
                of,
                NumberVariable::CitationNumber
                    | NumberVariable::FirstReferenceNoteNumber
                    | NumberVariable::Locator
                    | NumberVariable::PageFirst
            ),
            Variable::Page(_) | Variable::Date(_) | Variable::Name(_) => true,
        };
        let name = variable.to_string();
        match (is_of_the_item, self.variables.contains(&name)) {
            (false, _) => None,
            (true, false) => Some(false),
            (true, true) => self.of_all.contains(&name).then_some(true),
        }
    }

    /// Whether this says nothing, and counts as a variable that is absent.
    fn lacks(&self, element: &LayoutRenderingElement) -> bool {
        let variable = match element {
            LayoutRenderingElement::Text(text) => match text.target {
                // Its short form is another variable.
                TextTarget::Variable { var: Variable::Standard(StandardVariable::Title), .. } => None,
                TextTarget::Variable { var, .. } => Some(var),
                _ => None,
            },
            LayoutRenderingElement::Date(date) => date.variable.map(Variable::Date),
            _ => None,
        };
        variable.is_some_and(|variable| self.has(variable) == Some(false))
    }

    /// Whether a branch is taken, where that is sure.
    fn takes(&self, branch: &ChooseBranch) -> Option<bool> {
        // The processor takes note of who asks this.
        if branch.disambiguate.is_some() {
            return None;
        }
        let mut answers: Vec<Option<bool>> = Vec::new();
        let absent = |variable: Variable| self.has(variable).filter(|has| !has);
        answers.extend(branch.is_numeric.iter().flatten().map(|variable| absent(*variable)));
        answers.extend(branch.is_uncertain_date.iter().flatten().map(|date| absent((*date).into())));
        answers.extend(branch.locator.iter().flatten().map(|_| None));
        answers.extend(branch.position.iter().flatten().map(|_| None));
        answers.extend(branch.type_.iter().flatten().map(|kind| self.is(*kind)));
        answers.extend(branch.variable.iter().flatten().map(|variable| self.has(*variable)));
        let all = |wanted: bool| match answers.contains(&Some(!wanted)) {
            true => Some(false),
            false => answers.iter().all(|answer| *answer == Some(wanted)).then_some(true),
        };
        match branch.match_ {
            ChooseMatch::All => all(true),
            ChooseMatch::None => all(false),
            ChooseMatch::Any => all(false).map(|none| !none),
        }
    }
}

/// The style for these sources, which says of them what the whole style says.
pub(super) fn fitted(style: &IndependentStyle, known: &Known) -> IndependentStyle {
    // A variable that has stood in the place of an author is not said again, and counts as absent from there on.
    let mut moved = Moved { macros: &style.macros, called: BTreeSet::new(), variables: BTreeSet::new() };
    let listed = style.bibliography.iter().map(|list| &list.layout);
    let layouts = std::iter::once(&style.citation.layout).chain(listed).map(|layout| &layout.elements);
    for elements in layouts.chain(style.macros.iter().map(|named| &named.children)) {
        moved.elements(elements, false);
    }
    let mut known = known.clone();
    known.of_all.retain(|name| !moved.variables.contains(name));
    let known = &known;
    let mut fitting = Fitting { known, macros: &style.macros, called: BTreeSet::new(), fitted: Vec::new() };
    let mut citation = style.citation.clone();
    fitting.layout(&mut citation.layout.elements, citation.sort.as_ref());
    let mut bibliography = style.bibliography.clone();
    if let Some(bibliography) = &mut bibliography {
        fitting.layout(&mut bibliography.layout.elements, bibliography.sort.as_ref());
    }
    IndependentStyle {
        info: style.info.clone(),
        default_locale: style.default_locale.clone(),
        version: style.version.clone(),
        citation,
        bibliography,
        settings: style.settings.clone(),
        macros: fitting.fitted,
        locale: style.locale.clone(),
    }
}

struct Fitting<'a> {
    known: &'a Known,
    /// All macros of the style.
    macros: &'a [CslMacro],
    /// The names of those that are called from what is left.
    called: BTreeSet<String>,
    /// These, themselves fitted.
    fitted: Vec<CslMacro>,
}

impl Fitting<'_> {
    fn layout(&mut self, elements: &mut Vec<LayoutRenderingElement>, sort: Option<&Sort>) {
        self.elements(elements);
        for key in sort.iter().flat_map(|sort| &sort.keys) {
            if let SortKey::MacroName { name, .. } = key {
                self.call(name);
            }
        }
    }

    fn call(&mut self, name: &str) {
        if self.called.contains(name) {
            return;
        }
        self.called.insert(name.to_owned());
        if let Some(found) = self.macros.iter().find(|known| known.name == name) {
            let mut fitted = found.clone();
            self.elements(&mut fitted.children);
            self.fitted.push(fitted);
        }
    }

    fn elements(&mut self, elements: &mut Vec<LayoutRenderingElement>) {
        elements.retain_mut(|element| self.keeps(element));
        // A group is left out where all its variables are absent: of the absent ones the first is enough.
        let mut has_absent = false;
        elements.retain(|element| !self.known.lacks(element) || !std::mem::replace(&mut has_absent, true));
    }

    /// What stands for all of these, where they say nothing because the variables that they would say are absent.
    fn absent(&self, elements: &[LayoutRenderingElement]) -> Option<LayoutRenderingElement> {
        match elements {
            [only] if self.known.lacks(only) => Some(only.clone()),
            _ => None,
        }
    }

    /// Fit an element; whether anything of it is left.
    fn keeps(&mut self, element: &mut LayoutRenderingElement) -> bool {
        let absent = match element {
            LayoutRenderingElement::Text(text) => match &text.target {
                TextTarget::Macro { name } => {
                    self.call(name);
                    let found = self.fitted.iter().find(|fitted| fitted.name == *name);
                    found.and_then(|found| self.absent(&found.children))
                }
                _ => None,
            },
            LayoutRenderingElement::Group(group) => {
                self.elements(&mut group.children);
                // A group within asks more of this one than other elements do.
                unfold(&mut group.children, |child| !matches!(child, LayoutRenderingElement::Group(_)));
                self.absent(&group.children)
            }
            LayoutRenderingElement::Choose(choose) => {
                if !self.choice(choose) {
                    return false;
                }
                let is_decided = asks_nothing(&choose.if_);
                is_decided.then(|| self.absent(&choose.if_.children)).flatten()
            }
            LayoutRenderingElement::Names(names) => {
                self.names(names);
                None
            }
            LayoutRenderingElement::Label(label) => {
                return self.known.has(label.variable.into()) != Some(false);
            }
            LayoutRenderingElement::Date(_) | LayoutRenderingElement::Number(_) => None,
        };
        if let Some(absent) = absent {
            *element = absent;
        }
        true
    }

    /// What stands in the place of absent names.
    fn names(&mut self, names: &mut Names) {
        for child in &mut names.children {
            if let NamesChild::Substitute(substitute) = child {
                self.elements(&mut substitute.children);
            }
        }
    }

    /// Fit the branches that may be taken; whether there is one.
    fn choice(&mut self, choose: &mut Choose) -> bool {
        let first = std::mem::replace(&mut choose.if_, always(Vec::new()));
        let mut left: Vec<ChooseBranch> = Vec::new();
        let mut otherwise = choose.otherwise.take().map(|branch| branch.children);
        for branch in std::iter::once(first).chain(std::mem::take(&mut choose.else_if)) {
            match self.known.takes(&branch) {
                Some(false) => {}
                Some(true) => {
                    otherwise = Some(branch.children);
                    break;
                }
                None => left.push(branch),
            }
        }
        for children in left.iter_mut().map(|branch| &mut branch.children).chain(otherwise.as_mut()) {
            self.elements(children);
            unfold(children, |_| true);
        }
        let mut left = left.into_iter();
        match (left.next(), otherwise) {
            (None, None) => return false,
            // The processor parts what a choice says from what stands around it: the choice stays.
            (None, Some(children)) => choose.if_ = always(children),
            (Some(first), otherwise) => {
                choose.if_ = first;
                choose.else_if = left.collect();
                choose.otherwise = otherwise.map(|children| ElseBranch { children });
            }
        }
        true
    }
}

/// Whether the processor takes a variable of this value as present.
fn says_something(value: &Value) -> bool {
    match value {
        Value::String(text) => !text.trim().is_empty(),
        Value::Date(date) => FixedDateRange::try_from(date.clone()).is_ok(),
        Value::Names(names) => !names.is_empty(),
        Value::Number(_) => false,
    }
}

/// Gathers the variables that can stand in the place of absent names.
struct Moved<'a> {
    macros: &'a [CslMacro],
    /// The macros that are called in such a place.
    called: BTreeSet<&'a str>,
    variables: BTreeSet<String>,
}

impl<'a> Moved<'a> {
    fn elements(&mut self, elements: &'a [LayoutRenderingElement], instead: bool) {
        for element in elements {
            self.element(element, instead);
        }
    }

    fn element(&mut self, element: &'a LayoutRenderingElement, instead: bool) {
        let variable = match element {
            LayoutRenderingElement::Text(text) => match &text.target {
                TextTarget::Variable { var, .. } => Some(*var),
                TextTarget::Macro { name } if instead && self.called.insert(name) => {
                    let called = self.macros.iter().find(|known| known.name == *name);
                    return called.into_iter().for_each(|called| self.elements(&called.children, true));
                }
                _ => None,
            },
            LayoutRenderingElement::Date(date) => date.variable.map(Variable::Date),
            LayoutRenderingElement::Number(number) => Some(number.variable.into()),
            LayoutRenderingElement::Label(label) => Some(label.variable.into()),
            LayoutRenderingElement::Group(group) => return self.elements(&group.children, instead),
            LayoutRenderingElement::Choose(choose) => {
                choose.branches().for_each(|branch| self.elements(&branch.children, instead));
                return choose.otherwise.iter().for_each(|branch| self.elements(&branch.children, instead));
            }
            LayoutRenderingElement::Names(names) => {
                if instead {
                    self.variables.extend(names.variable.iter().map(ToString::to_string));
                }
                for child in &names.children {
                    if let NamesChild::Substitute(substitute) = child {
                        self.elements(&substitute.children, true);
                    }
                }
                None
            }
        };
        self.variables.extend(variable.filter(|_| instead).map(|variable| variable.to_string()));
    }
}

/// A branch that asks nothing.
fn always(children: Vec<LayoutRenderingElement>) -> ChooseBranch {
    ChooseBranch {
        disambiguate: None,
        is_numeric: None,
        is_uncertain_date: None,
        locator: None,
        position: None,
        type_: None,
        variable: None,
        match_: ChooseMatch::All,
        children,
    }
}

/// Put the elements of decided choices in their place, where all of them may stand there: the processor looks through
/// everything once more for each choice around it.
fn unfold(elements: &mut Vec<LayoutRenderingElement>, may_stand: impl Fn(&LayoutRenderingElement) -> bool) {
    for element in std::mem::take(elements) {
        match element {
            LayoutRenderingElement::Choose(choose)
                if asks_nothing(&choose.if_) && choose.if_.children.iter().all(&may_stand) =>
            {
                elements.extend(choose.if_.children);
            }
            _ => elements.push(element),
        }
    }
}

fn asks_nothing(branch: &ChooseBranch) -> bool {
    branch.disambiguate.is_none()
        && branch.is_numeric.is_none()
        && branch.is_uncertain_date.is_none()
        && branch.locator.is_none()
        && branch.position.is_none()
        && branch.type_.is_none()
        && branch.variable.is_none()
        && branch.match_ == ChooseMatch::All
}
