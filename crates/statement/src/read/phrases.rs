//! Texts in languages, and names of things that are declared elsewhere, inside a node being read.

use kernel::Language;

use super::{
    Ref, RefKind,
    form::{Form, Text},
};
use crate::{
    Diagnostic,
    plan::{Texts, What},
    syntax::Node,
};

impl<'n> Form<'n, '_> {
    /// `name en="..." nl="..."`, `name { en "..." }`, or `name="..."` in the first language.
    pub(super) fn texts(&mut self, name: &'static str) -> Texts {
        self.asked.push(name);
        let mut texts = Texts::default();
        for (at, (key, value)) in self.node.props.iter().enumerate() {
            if key.value == name {
                self.used_props[at] = true;
                if let Some(text) = self.text_of(&value.clone()) {
                    self.put_in_all(&mut texts, &text);
                }
            }
        }
        for (at, child) in self.node.children.iter().enumerate() {
            if child.name.value == name {
                self.used_children[at] = true;
                self.texts_in(child, &mut texts);
            }
        }
        texts
    }

    /// The texts of the node itself: `en "..."` children or `en="..."` properties.
    pub(super) fn own_texts(&mut self, needed: bool) -> Texts {
        self.texts_asked = true;
        let mut texts = Texts::default();
        for (at, (key, value)) in self.node.props.iter().enumerate() {
            if let Ok(language) = key.value.parse::<Language>() {
                self.used_props[at] = true;
                if let Some(text) = self.text_of(&value.clone()) {
                    self.put(&mut texts, language, &text);
                }
            }
        }
        for (at, child) in self.node.children.iter().enumerate() {
            if let Ok(language) = child.name.value.parse::<Language>() {
                self.used_children[at] = true;
                for value in child.args.clone() {
                    if let Some(text) = self.text_of(&value) {
                        self.put(&mut texts, language, &text);
                    }
                }
            }
        }
        if needed && texts.is_empty() {
            let what = format!("this `{}` says nothing", self.kind());
            let diagnostic = Diagnostic::error("missing-text", self.node.head, what)
                .label("its words are missing")
                .help(format!("for example: {}", super::example(self.kind())));
            self.say(diagnostic);
        }
        self.draft.said(self.node.head, &texts);
        texts
    }

    fn put(&mut self, texts: &mut Texts, language: Language, text: &Text) {
        if text.value.is_empty() {
            let diagnostic = Diagnostic::error("empty-text", text.place, "this text is empty");
            self.say(diagnostic.label("nothing stands here").help("write the words, or leave this language out"));
        } else if texts.exact(language).is_some() {
            let what = format!("the text in {} stands here twice", language.tag());
            self.say(Diagnostic::error("twice", text.place, what).label("and here again").help("keep one of them"));
        } else {
            texts.set(language, text.value.clone());
        }
    }

    /// A text without a language, such as a proper name, stands in all of them.
    fn put_in_all(&mut self, texts: &mut Texts, text: &Text) {
        let languages = match self.draft.languages.as_slice() {
            [] => vec![Language::default()],
            some => some.to_vec(),
        };
        for language in languages {
            if texts.exact(language).is_none() {
                self.put(texts, language, text);
            }
            if text.value.is_empty() {
                return;
            }
        }
    }

    /// A child that holds nothing but texts.
    fn texts_in(&mut self, child: &Node, texts: &mut Texts) {
        let mut form = Form::new(child, self.draft);
        let mut own = form.own_texts(false);
        let args = form.rest();
        form.finish();
        for text in args {
            self.put_in_all(&mut own, &text);
        }
        if own.is_empty() {
            let what = format!("this `{}` says nothing", child.name.value);
            let diagnostic = Diagnostic::error("missing-text", child.head, what);
            let help = format!("write: {} en=\"...\" nl=\"...\"", child.name.value);
            self.say(diagnostic.label("its words are missing").help(help));
        }
        for (language, text) in own.iter() {
            texts.set(language, text);
        }
    }

    /// Notes that a name must be declared elsewhere.
    pub(super) fn refer(&mut self, kind: RefKind, text: &Text) -> String {
        self.draft.refs.push(Ref { kind, name: text.value.clone(), place: text.place });
        text.value.clone()
    }

    /// One name of something declared elsewhere.
    pub(super) fn reference(&mut self, kind: RefKind, name: &'static str) -> Option<String> {
        let text = self.word(name)?;
        self.draft.spot(name, text.place);
        Some(self.refer(kind, &text))
    }

    /// One name that must be there.
    pub(super) fn need_reference(&mut self, kind: RefKind, name: &'static str, why: &str) -> String {
        match self.need(name, why) {
            Some(text) => {
                self.draft.spot(name, text.place);
                self.refer(kind, &text)
            }
            None => String::new(),
        }
    }

    /// Several names of things declared elsewhere.
    pub(super) fn references(&mut self, kind: RefKind, name: &'static str) -> Vec<String> {
        let texts = self.words(name);
        if let Some(first) = texts.first() {
            self.draft.spot(name, first.place);
        }
        texts.iter().map(|text| self.refer(kind, text)).collect()
    }

    /// The node's first argument as a category's name, or `everything`.
    pub(super) fn what(&mut self) -> What {
        match self.key() {
            Some(text) if text.value == "everything" => What::Everything,
            Some(text) => {
                self.draft.spot("what", text.place);
                What::Category(self.refer(RefKind::Category, &text))
            }
            None => What::Everything,
        }
    }

    /// Child nodes of this name that have a form of their own.
    pub(super) fn children(&mut self, name: &'static str) -> Vec<&'n Node> {
        self.asked.push(name);
        let mut found = Vec::new();
        for (at, child) in self.node.children.iter().enumerate() {
            if child.name.value == name {
                self.used_children[at] = true;
                found.push(child);
            }
        }
        found
    }
}
