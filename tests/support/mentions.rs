//! Reads Rust sources for who names whom: imports, inline paths, chains of `super`, re-exports,
//! and what stands inside macros. Works on text, so that a rule can be tried on made-up sources.

use std::collections::{BTreeMap, BTreeSet};

use syn::buffer::{Cursor, TokenBuffer};
use syn::visit::{self, Visit};
use syn::{Attribute, UseTree};

/// Names from the root on: `["crate", "app", "state"]`, `["std", "fs"]`.
pub(crate) type Names = Vec<String>;

/// Re-exports of re-exports are followed so far.
const DEPTH: usize = 8;

/// One file of `src/`.
pub(crate) struct Source {
    /// With `/`, from the root of the crate: `src/app/state.rs`.
    pub(crate) path: String,
    pub(crate) text: String,
}

/// One module naming something.
#[derive(Debug)]
pub(crate) struct Mention {
    pub(crate) file: String,
    /// The module that does it.
    pub(crate) from: Names,
    /// The module that is named; for another crate, the whole path.
    pub(crate) to: Names,
    /// Whether only tests are built with it.
    pub(crate) in_test: bool,
}

/// One method being called.
#[derive(Debug)]
pub(crate) struct Call {
    pub(crate) file: String,
    pub(crate) from: Names,
    pub(crate) method: String,
    pub(crate) in_test: bool,
}

/// All that the files name.
pub(crate) struct Mentions {
    pub(crate) paths: Vec<Mention>,
    pub(crate) calls: Vec<Call>,
}

impl Mentions {
    /// Reads all files of a crate.
    ///
    /// # Panics
    /// Where a file is no Rust: the compiler says more about it.
    pub(crate) fn of(sources: &[Source]) -> Self {
        let mut reader = Reader::default();
        for source in sources {
            let file = syn::parse_file(&source.text);
            reader.file.clone_from(&source.path);
            reader.module = module_of(&source.path);
            reader.modules.insert(reader.module.clone());
            reader.visit_file(&file.unwrap_or_else(|error| panic!("{}: {error}", source.path)));
        }
        reader.finish()
    }
}

/// `src/app/state.rs` is `crate::app::state`, `src/app/mod.rs` is `crate::app`.
fn module_of(path: &str) -> Names {
    let inside = path.trim_start_matches("src/").trim_end_matches(".rs");
    let names = inside.split('/').filter(|name| !["mod", "lib", "main"].contains(name));
    std::iter::once("crate").chain(names).map(str::to_owned).collect()
}

/// A path as written in one module.
struct Written {
    file: String,
    module: Names,
    names: Names,
    in_test: bool,
}

#[derive(Default)]
struct Reader {
    file: String,
    module: Names,
    /// Above 0 inside what only tests are built with.
    testing: usize,
    modules: BTreeSet<Names>,
    test_modules: BTreeSet<Names>,
    /// By module: the names that its `use`s bind, and what they stand for.
    bindings: BTreeMap<Names, BTreeMap<String, Names>>,
    /// By module: what it imports with a star.
    globs: BTreeMap<Names, Vec<Names>>,
    written: Vec<Written>,
    calls: Vec<Call>,
}

impl Reader {
    fn note(&mut self, names: Names) {
        let in_test = self.testing > 0;
        let (file, module) = (self.file.clone(), self.module.clone());
        self.written.push(Written { file, module, names, in_test });
    }

    fn while_testing(&mut self, attributes: &[Attribute], visit: impl FnOnce(&mut Self)) {
        let step = usize::from(is_for_tests(attributes));
        self.testing += step;
        visit(self);
        self.testing -= step;
    }

    /// Takes an import apart.
    fn import(&mut self, tree: &UseTree, mut before: Names) {
        let bind = |reader: &mut Self, name: String, names: Names| {
            reader.bindings.entry(reader.module.clone()).or_default().insert(name, names.clone());
            reader.note(names);
        };
        match tree {
            UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.import(&path.tree, before);
            }
            UseTree::Name(name) => {
                let name = match name.ident.to_string() {
                    own if own == "self" => before.last().cloned().unwrap_or_default(),
                    name => {
                        before.push(name.clone());
                        name
                    }
                };
                bind(self, name, before);
            }
            UseTree::Rename(rename) => {
                if rename.ident != "self" {
                    before.push(rename.ident.to_string());
                }
                bind(self, rename.rename.to_string(), before);
            }
            UseTree::Glob(_) => {
                self.globs.entry(self.module.clone()).or_default().push(before.clone());
                self.note(before);
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.import(tree, before.clone());
                }
            }
        }
    }

    /// Notes every `a::b` among the tokens of a macro.
    fn tokens(&mut self, mut cursor: Cursor<'_>) {
        while !cursor.eof() {
            if let Some((inner, _, _, after)) = cursor.any_group() {
                self.tokens(inner);
                cursor = after;
                continue;
            }
            let Some((first, mut after)) = cursor.ident() else {
                cursor = cursor.token_tree().map_or(Cursor::empty(), |(_, after)| after);
                continue;
            };
            let mut names = vec![first.to_string()];
            while let Some((name, further)) = after_colons(after) {
                names.push(name);
                after = further;
            }
            self.note(names);
            cursor = after;
        }
    }

    fn finish(mut self) -> Mentions {
        let mut paths = Vec::new();
        for written in &self.written {
            let to = self.resolve(&written.module, &written.names, DEPTH);
            let is_own = to.first().is_some_and(|name| name == "crate");
            if !is_own && to.len() < 2 {
                continue;
            }
            paths.push(Mention {
                file: written.file.clone(),
                from: written.module.clone(),
                to: if is_own { self.module_in(to) } else { to },
                in_test: written.in_test || self.is_in_test_module(&written.module),
            });
        }
        let mut calls = std::mem::take(&mut self.calls);
        for call in &mut calls {
            call.in_test |= self.is_in_test_module(&call.from);
        }
        Mentions { paths, calls }
    }

    fn is_in_test_module(&self, module: &[String]) -> bool {
        self.test_modules.iter().any(|test| module.starts_with(test))
    }

    /// The longest beginning that is a module.
    fn module_in(&self, mut path: Names) -> Names {
        while path.len() > 1 && !self.modules.contains(&path) {
            path.pop();
        }
        path
    }

    /// What a path written in a module stands for, from the root on.
    fn resolve(&self, module: &[String], names: &[String], depth: usize) -> Names {
        let Some((first, rest)) = names.split_first() else { return Names::new() };
        let mut base = module.to_vec();
        let absolute = match first.as_str() {
            "crate" | "chancery" => [&["crate".to_owned()], rest].concat(),
            "self" => [base.as_slice(), rest].concat(),
            "super" => {
                let ups = names.iter().take_while(|name| *name == "super").count();
                base.truncate(base.len().saturating_sub(ups).max(1));
                [&base, &names[ups..]].concat()
            }
            _ => match self.bound(module, first, depth) {
                Some(found) => [&found, rest].concat(),
                None => return names.to_vec(),
            },
        };
        self.through_exports(absolute, depth)
    }

    /// What a bare name stands for in a module: a child, an import, or what a star brought.
    fn bound(&self, module: &[String], name: &str, depth: usize) -> Option<Names> {
        let child = [module, &[name.to_owned()]].concat();
        if self.modules.contains(&child) {
            return Some(child);
        }
        let depth = depth.checked_sub(1)?;
        if let Some(names) = self.bindings.get(module).and_then(|bound| bound.get(name)) {
            let is_itself = names.first().is_some_and(|first| first == name);
            return Some(if is_itself {
                names.clone()
            } else {
                self.resolve(module, names, depth)
            });
        }
        let globs = self.globs.get(module).into_iter().flatten();
        let mut inside = globs.map(|glob| self.resolve(module, glob, depth));
        inside.find_map(|glob| {
            let is_own = glob.first().is_some_and(|first| first == "crate");
            if is_own && glob != module { self.bound(&glob, name, depth) } else { None }
        })
    }

    /// Follows `pub use`: `crate::app::State` is `crate::app::state::State`.
    fn through_exports(&self, path: Names, depth: usize) -> Names {
        let module = self.module_in(path.clone());
        let Some((name, rest)) = path[module.len()..].split_first() else { return path };
        let Some(depth) = depth.checked_sub(1) else { return path };
        match self.bound(&module, name, depth) {
            Some(found) if found != path => [&found, rest].concat(),
            _ => path,
        }
    }
}

/// A name after `::`.
fn after_colons(cursor: Cursor<'_>) -> Option<(String, Cursor<'_>)> {
    let (colon, after) = cursor.punct()?;
    let (other, after) = after.punct()?;
    let (name, after) = after.ident()?;
    (colon.as_char() == ':' && other.as_char() == ':').then(|| (name.to_string(), after))
}

/// Whether `#[cfg(test)]` stands on it.
fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute.parse_args::<syn::Ident>().is_ok_and(|name| name == "test")
    })
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.module.push(item.ident.to_string());
        if is_for_tests(&item.attrs) {
            self.test_modules.insert(self.module.clone());
        }
        if item.content.is_some() {
            self.modules.insert(self.module.clone());
            visit::visit_item_mod(self, item);
        }
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.while_testing(&item.attrs, |reader| reader.import(&item.tree, Names::new()));
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.while_testing(&item.attrs, |reader| visit::visit_item_fn(reader, item));
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        self.while_testing(&item.attrs, |reader| visit::visit_item_impl(reader, item));
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.while_testing(&item.attrs, |reader| visit::visit_impl_item_fn(reader, item));
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.note(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        visit::visit_path(self, path);
    }

    /// `pub(super)` names nothing.
    fn visit_vis_restricted(&mut self, _: &'ast syn::VisRestricted) {}

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.visit_path(&call.path);
        let tokens = TokenBuffer::new2(call.tokens.clone());
        self.tokens(tokens.begin());
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        let (file, from) = (self.file.clone(), self.module.clone());
        let method = call.method.to_string();
        self.calls.push(Call { file, from, method, in_test: self.testing > 0 });
        visit::visit_expr_method_call(self, call);
    }
}
