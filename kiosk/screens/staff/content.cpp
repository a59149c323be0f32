// What content is shown, and new content from a stick: looked for, looked at, and only then used.
#include "screens/parts/parts.h"
#include "screens/staff/contacts.h"
#include "screens/staff/staff.h"

#include <algorithm>
#include <cmath>

namespace kiosk::screens {

namespace {

using staff::ContentStage;

std::string reason_words(Frame const& frame, std::string const& reason)
{
    auto const key = "content.reason." + reason;
    auto words = frame.staff_words(key);
    return words == "screen." + key ? frame.staff_words("content.reason.other", {{"reason", reason}}) : words;
}

void draw_now(Frame& frame, StaffColumn& column)
{
    auto const& content = frame.staff().content;
    column.heading("content.now", frame.staff_words("content.now"));
    column.text("content.version", frame.staff_words(content.origin == content::Origin::stick ? "content.from_stick"
                                                                                              : "content.from_factory",
                                                     {{"version", content.version}}));
    if (!content.valid_until.empty())
        column.text("content.valid",
                    frame.staff_words(content.expired ? "content.expired" : "content.valid_until",
                                      {{"day", date_text(frame, content.valid_until)}}),
                    content.expired ? ui::Ink::reconsider : ui::Ink::quiet);
    if (content.trial == staff::ContentTrial::running)
        column.text("content.trial", frame.staff_words("content.trial"), ui::Ink::quiet);
    if (!content.went_back.empty())
        column.text("content.went-back",
                    frame.staff_words("content.went_back", {{"reason", reason_words(frame, content.went_back)}}),
                    ui::Ink::reconsider);
}

void draw_ways(Frame& frame, StaffColumn& column, visit::StaffSession const& staff)
{
    auto const& content = frame.staff().content;
    if (!content.updates) {
        column.text("content.no-keys", frame.staff_words("content.no_keys"), ui::Ink::quiet);
        return;
    }
    if (staff.content == ContentStage::checking || staff.content == ContentStage::switching) return;
    column.space(8);
    column.button({.id = "content.find",
                   .label = frame.staff_words("content.find"),
                   .style = staff.content == ContentStage::ready ? ui::ButtonStyle::quiet : ui::ButtonStyle::action},
                  visit::FindContent{});
    auto const back = content.back == staff::RollbackTarget::to_the_factory
                          ? frame.staff_words("content.back_factory")
                          : frame.staff_words("content.back", {{"version", content.back_to}});
    if (content.back != staff::RollbackTarget::none)
        column.button({.id = "content.back", .label = back, .style = ui::ButtonStyle::quiet}, visit::GoBack{});
}

// Small pictures of what visitors would see, as the kiosk itself has drawn them.
void draw_previews(Frame& frame, StaffColumn& column)
{
    auto const& staged = frame.staff().content.staged;
    if (staged.previews.empty()) return;
    auto& canvas = frame.canvas();
    auto const gap = frame.layout().units(16);
    constexpr int kColumns = 2;
    constexpr float kHigh = 9.F / 16.F;
    auto const count = static_cast<int>(staged.previews.size());
    for (int begin = 0; begin < count; begin += kColumns) {
        auto const height = std::round(cell(column.left(), 0, kColumns, gap).width * kHigh);
        auto const row = column.row(height);
        for (int i = begin; i < std::min(count, begin + kColumns); ++i) {
            auto const place = cell(row, i - begin, kColumns, gap);
            canvas.rect_picture(place, staged.previews[static_cast<std::size_t>(i)]);
            canvas.outline(place, canvas.color(ui::Ink::line), frame.layout().hairline());
            canvas.add({ui::Role::picture, "content.preview." + std::to_string(i + 1),
                        frame.staff_words("content.preview"), "", "", place});
        }
        column.space(16);
    }
}

void draw_ready(Frame& frame, StaffColumn& column)
{
    auto const& staged = frame.staff().content.staged;
    column.heading("content.found", frame.staff_words("content.found", {{"version", staged.version}}));
    auto const counted = [&](char const* key, int count) {
        return frame.staff_words(key, {{"n", std::to_string(count)}});
    };
    column.text("content.holds", counted("content.languages", staged.languages) + ", " +
                                     counted("content.pages", staged.pages) + ", " +
                                     counted("content.questions", staged.questions) + ", " +
                                     counted("content.channels", staged.channels));
    if (staged.remarks > 0) column.note("content.remarks", counted("content.remarks", staged.remarks));
    if (!staged.valid_until.empty())
        column.note("content.staged-valid",
                    frame.staff_words("content.valid_until", {{"day", date_text(frame, staged.valid_until)}}));
    draw_contact_changes(frame, column, staged);
    draw_previews(frame, column);
    column.buttons(
        {{{.id = "content.use", .label = frame.staff_words("content.use"), .style = ui::ButtonStyle::action},
          visit::UseContent{}},
         {{.id = "content.drop", .label = frame.staff_words("content.drop"), .style = ui::ButtonStyle::quiet},
          visit::DropContent{}}},
        2);
    column.note("content.use-how", frame.staff_words("content.use_how"));
}

void draw_outcome(Frame& frame, StaffColumn& column, visit::StaffSession const& staff)
{
    switch (staff.content) {
    case ContentStage::idle:
        if (frame.staff().content.updates) column.text("content.how", frame.staff_words("content.how"), ui::Ink::quiet);
        break;
    case ContentStage::checking: column.text("content.checking", frame.staff_words("content.checking")); break;
    case ContentStage::ready: draw_ready(frame, column); break;
    case ContentStage::none: column.text("content.none", frame.staff_words("content.none"), ui::Ink::reconsider); break;
    case ContentStage::foreign:
        column.text("content.foreign", frame.staff_words("content.foreign"), ui::Ink::reconsider);
        break;
    case ContentStage::keys_taken:
        column.text("content.keys-taken", frame.staff_words("content.keys_taken"), ui::Ink::right);
        break;
    case ContentStage::refused:
        column.text("content.refused", reason_words(frame, staff.content_words), ui::Ink::reconsider);
        column.note("content.unchanged", frame.staff_words("content.unchanged"));
        break;
    case ContentStage::switching: column.text("content.switching", frame.staff_words("content.switching")); break;
    case ContentStage::failed:
        column.text("content.failed", frame.staff_words("content.failed", {{"fault", staff.content_words}}),
                    ui::Ink::reconsider);
        column.note("content.unchanged", frame.staff_words("content.unchanged"));
        break;
    }
}

} // namespace

void draw_staff_content(Frame& frame, visit::State const& state)
{
    auto const halves = staff_halves(frame, 0.42F);
    StaffColumn column(frame, halves.first);
    draw_now(frame, column);
    draw_ways(frame, column, state.staff);
    if (halves.beside) {
        StaffColumn side(frame, halves.second);
        draw_outcome(frame, side, state.staff);
        return;
    }
    column.space(24);
    draw_outcome(frame, column, state.staff);
}

} // namespace kiosk::screens
