// What this screen records, made from the table of measures; and the two screens outside a visit: the neutral one,
// which "leave" brings at once, and the safe page, which needs no content at all.
#include "content/safe/safe_words.h"
#include "figures/measures.h"
#include "screens/parts/parts.h"
#include "screens/parts/place.h"
#include "screens/visitor/visitor.h"

#include <algorithm>
#include <cmath>

namespace kiosk::screens {

namespace {

// Every group of measures once, in the order of the table.
std::string counted_groups(Frame const& frame)
{
    std::vector<std::string_view> seen;
    std::string text;
    for (auto const& entry : kMeasures) {
        if (std::find(seen.begin(), seen.end(), entry.notice) != seen.end()) continue;
        seen.push_back(entry.notice);
        text += (text.empty() ? "" : ", ") + frame.words("notice.group." + std::string(entry.notice));
    }
    return text;
}

} // namespace

void draw_notice(Frame& frame, visit::State const&)
{
    auto const& layout = frame.layout();
    auto area = frame.content_area();
    // A desk as the one that this screen stands beside, where the words leave room.
    bool const upright = layout.portrait();
    if (!layout.large_text() && !is_scrolled(frame) && !layout.low() && !layout.narrow()) {
        auto const place = upright ? Rect{0, frame.page_top(), layout.screen().width, area.height * 0.4F}
                                   : cut_place_beside(frame, area, 0.38F);
        if (upright) cut_top(area, place.bottom() + layout.units(36) - area.y);
        draw_place(frame, place,
                   {.picture = "agency-desk", .answer = "", .fade = upright ? PlaceFade::down : PlaceFade::at_start});
    }
    draw_title(frame, area, "notice.title", frame.words("notice.title"));
    auto const width = area.width;
    auto const step = ui::TextStep::lead;
    auto const paragraph = [&](char const* id, std::string text) {
        auto const used =
            ui::text_block(frame.canvas(), {area.x, area.y, width, area.height},
                           {id, std::move(text), step, ui::Face::regular, ui::Ink::text, ui::Role::text, 1.5F});
        cut_top(area, used, layout.units(26));
    };
    paragraph("notice.counted", frame.words("notice.counted", {{"groups", counted_groups(frame)}}));
    paragraph("notice.never", frame.words("notice.never"));
    paragraph("notice.responsible", frame.words("notice.responsible"));
}

void draw_neutral(Frame& frame, visit::State const&)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    auto const screen = layout.screen();
    // An ordinary picture of an ordinary journey, as if nothing else had been here.
    auto const& languages = frame.content().languages;
    auto const count = static_cast<int>(languages.size());
    float widest = 1;
    for (auto const& language : languages)
        widest = std::max(widest, canvas.text()
                                      .shape(frame.content().words(language, "neutral.title"), language,
                                             {ui::Face::regular, layout.text(ui::TextStep::lead), 1.25F}, screen.width)
                                      .size.width);
    auto const most =
        static_cast<int>((screen.width - 2 * layout.margin() + layout.gap()) / (widest + layout.gap() + 2));
    auto const columns = layout.portrait() ? 1 : std::clamp(most, 1, std::max(1, count));
    auto const rows = static_cast<float>((count + columns - 1) / columns);
    auto const height = layout.text(ui::TextStep::title) * 1.25F;
    auto const foot = rows * height * 1.2F + layout.units(70);
    Rect const place{0, 0, screen.width, std::round(screen.height - foot)};
    draw_place(frame, place, {.picture = "window-seat", .answer = "", .fade = PlaceFade::down});
    auto const y = place.bottom() + layout.units(10);
    canvas.add({ui::Role::button, "neutral", frame.words("neutral.title"), "", "", screen, ui::Tap::tap});
    for (int i = 0; i < static_cast<int>(languages.size()); ++i) {
        auto const& language = languages[static_cast<std::size_t>(i)];
        canvas.set_language(language);
        Rect const row{layout.margin(), y + static_cast<float>(i / columns) * height * 1.2F,
                       screen.width - 2 * layout.margin(), height * 2};
        auto line = cell(row, i % columns, columns, layout.gap());
        auto const words = frame.content().words(language, "neutral.title");
        auto const wide =
            canvas.text()
                .shape(words, language, {ui::Face::regular, layout.text(ui::TextStep::lead), 1.25F}, line.width)
                .size.width;
        line.x = std::round(line.centre().x - wide / 2);
        line.width = wide + 1;
        ui::text_block(canvas, line,
                       {"neutral." + language, words, ui::TextStep::lead, ui::Face::regular, ui::Ink::quiet,
                        ui::Role::text, 1.25F});
    }
    if (canvas.tapped("neutral")) frame.emit(visit::Begin{});
}

void draw_safe(Frame& frame, visit::State const&)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    auto const area = frame.content_area();
    auto const all = content::safe_words();
    auto const languages = static_cast<int>(all.size());
    auto const columns = layout.portrait() || layout.low() ? 1 : 2;
    auto const rows = (languages + columns - 1) / columns;
    for (int i = 0; i < languages; ++i) {
        auto const& words = all[static_cast<std::size_t>(i)];
        canvas.set_language(std::string(words.language));
        ui::NodeGroup const group(canvas);
        auto rect = cell(cell_down(area, i / columns, rows, layout.gap()), i % columns, columns, layout.gap());
        ui::plate(canvas, rect);
        rect = rect.inset(layout.units(40), layout.units(34));
        auto const line = [&](std::string_view id, std::string_view text, ui::TextStep step, ui::Face face,
                              ui::Ink ink = ui::Ink::text) {
            return ui::TextBlock{std::string(id) + "." + std::string(words.language),
                                 std::string(text),
                                 step,
                                 face,
                                 ink,
                                 ui::Role::text,
                                 1.35F};
        };
        ui::text_column(canvas, rect,
                        {line("safe.title", words.title, ui::TextStep::lead, ui::Face::semibold),
                         line("safe.danger", words.danger, ui::TextStep::reading, ui::Face::regular),
                         line("safe.report", words.report, ui::TextStep::reading, ui::Face::regular),
                         line("safe.untried", words.untried, ui::TextStep::small, ui::Face::regular, ui::Ink::quiet)},
                        layout.units(16));
    }
}

} // namespace kiosk::screens
