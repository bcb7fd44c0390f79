//! Giving a figure a name of one's own, in its place.

use egui::{Key, Modifiers, Ui};

use super::super::super::context::{Context, Outbox};
use super::super::super::widget;
use crate::claim::ClaimId;
use crate::crosscheck::Figure;
use crate::project::{Command, FigureDecision};

/// The figure that is being named, by its id, and the name as it is typed.
#[derive(Default)]
pub(super) struct Naming(Option<(ClaimId, String, bool)>);

impl Naming {
    /// Begins with the name it has.
    pub(super) fn begin(&mut self, context: &Context<'_>, figure: &Figure) {
        self.0 = Some((figure.id, context.project().title_of(figure), false));
    }

    /// Whether this figure is being named.
    pub(super) fn is_of(&self, figure: &Figure) -> bool {
        self.0.as_ref().is_some_and(|(id, ..)| *id == figure.id)
    }

    /// Draws the field; Enter names, as going elsewhere does; Esc leaves all as it was, an empty name is the usual one.
    pub(super) fn field_ui(
        &mut self,
        ui: &mut Ui,
        context: &Context<'_>,
        figure: &Figure,
        outbox: &mut Outbox,
    ) {
        let Some((_, title, focused)) = &mut self.0 else {
            return;
        };
        let field = ui.add(
            widget::line_edit(title)
                .hint_text(figure.title.as_str())
                .desired_width(ui.available_width()),
        );
        widget::name_field(ui, &field, "Name of the figure");
        if !*focused {
            field.request_focus();
            *focused = true;
            return;
        }
        let escaped = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        if !field.lost_focus() && !escaped {
            return;
        }
        if !escaped {
            let title = title.trim();
            let known = context.project().decision_of(figure);
            let decision = known.map_or_else(FigureDecision::default, |(_, known)| known.clone());
            let title =
                Some(title.to_owned()).filter(|title| !title.is_empty() && *title != figure.title);
            if title != decision.title {
                outbox.change(Command::DecideFigure {
                    claim: context.project().decision_key(figure),
                    decision: FigureDecision { title, ..decision },
                });
            }
        }
        self.0 = None;
    }
}
