#include "screens/visitor/attract_places.h"
#include "screens/parts/parts.h"
#include "screens/visitor/visitor.h"
#include "visit/model/attract.h"

#include <algorithm>
#include <cmath>

namespace kiosk::screens {

namespace {

// Where letters need the room of everything that can be left out.
bool is_small(ui::Layout const& layout) { return layout.narrow() || layout.low(); }

float space_below(Frame const& frame) { return frame.layout().units(16); }

} // namespace

Slide slide_at(content::Content const& content, int index)
{
    auto const turn = visit::attract_turn(content, index);
    return {&content.attract[turn.statement], turn.language};
}

AttractWords attract_words(Frame const& frame, Slide const& slide, ui::Ink ink)
{
    auto const& layout = frame.layout();
    auto const words = [&](std::string const& key) { return frame.content().words(slide.language, key); };
    auto const key = "attract." + slide.words->id;
    return {
        .about = {"attract.about", words("home.statement"),
                  is_small(layout) ? ui::TextStep::small : ui::TextStep::reading, ui::Face::semibold, ui::Ink::quiet,
                  ui::Role::text, 1.35F, ui::Wrap::balanced},
        .statement = {"attract.statement", words(key), ui::TextStep::statement, ui::Face::statement, ink,
                      ui::Role::heading, 1.2F, ui::Wrap::balanced},
        .sub = {"attract.sub", words(key + "_sub"), ui::TextStep::lead, ui::Face::regular, ink, ui::Role::text, 1.35F,
                ui::Wrap::natural},
    };
}

float attract_words_gap(Frame const& frame) { return frame.layout().units(20); }

AttractFoot attract_foot(Frame const& frame)
{
    auto const& layout = frame.layout();
    auto const panel = layout.panel();
    auto const count = std::max(1, static_cast<int>(frame.content().languages.size()));
    auto const margin = layout.low() ? layout.units(40) : layout.margin();
    bool const beside = !layout.portrait() && panel.width >= layout.units(1500);
    auto const columns = layout.portrait() && layout.narrow() ? (count + 1) / 2 : count;
    auto const rows = static_cast<float>((count + columns - 1) / columns);
    auto const each = layout.narrow() ? layout.target() : layout.main_target();
    auto const height = rows * (each + layout.gap()) - layout.gap();
    Rect const row{margin, panel.height - height - layout.units(layout.low() ? 24 : 50), panel.width - 2 * margin,
                   height};
    // The button for reporting is above the languages, at the right.
    auto const report_height = layout.target();
    Rect above{row.x, row.y - report_height - layout.gap(), row.width, report_height};
    if (!beside) {
        auto const line = std::max(layout.units(64), std::round(layout.text(ui::TextStep::lead) * 1.35F));
        if (layout.portrait() && layout.narrow())
            return {{above.x, above.y - line - layout.units(12), above.width, line}, row, above, columns};
        auto const report = cut_right(above, std::round(row.width * 0.34F), layout.gap());
        Rect const touch{row.x, row.y - line - layout.units(16), row.width, line};
        if (!layout.portrait()) return {{touch.x, touch.y, above.width, line}, row, report, columns};
        // There is room for a row of its own.
        Rect const own{row.x, touch.y - report_height - layout.units(24), std::round(row.width * 0.56F), report_height};
        return {touch, row, own, columns};
    }
    auto touch = row;
    auto const names = cut_right(touch, std::round(row.width * 0.6F), layout.gap());
    return {touch, names, cut_right(above, cell(names, 0, 2, layout.gap()).width, layout.gap()), columns};
}

WordsRoom words_room(Frame const& frame, AttractFoot const& foot)
{
    auto const& layout = frame.layout();
    auto const left = foot.touch.x;
    auto const right = foot.languages.right();
    if (frame.touch() == Touch::rests) return {left, right, touch_missing_area(frame).y, {}};
    WordsRoom room{left, right, std::min(foot.touch.y, foot.report.y), {}};
    if (!layout.portrait() && foot.touch.y > foot.report.y)
        room.beside = {foot.report.x - layout.gap(), foot.touch.y - space_below(frame)};
    return room;
}

namespace {

// The letters of the longest statement are so much smaller than they would be if there were room; on small panels the
// eye would be a slit else.
float longest_scale(ui::Layout const& layout) { return is_small(layout) ? 0.65F : 0.8F; }

float space_above(Frame const& frame) { return frame.layout().units(frame.layout().portrait() ? 40 : 20); }

// How far down the words of all slides can begin.
float lowest_top(Frame& frame, WordsRoom const& room)
{
    auto& canvas = frame.canvas();
    auto const gap = attract_words_gap(frame);
    auto const language = std::string(canvas.language());
    auto top = room.foot;
    auto const height = [&](float right, ui::TextBlock block) {
        block.scale = longest_scale(frame.layout());
        return ui::text_height(canvas, right - room.left, block);
    };
    for (auto const& words : frame.content().attract)
        for (auto const& each : frame.content().languages) {
            canvas.set_language(each);
            auto const blocks = attract_words(frame, {&words, each}, ui::Ink::text);
            auto const above = ui::text_height(canvas, room.right - room.left, blocks.about) + gap / 2 +
                               height(room.right, blocks.statement) + gap;
            auto begin = room.foot - above - height(room.right, blocks.sub);
            if (room.beside)
                begin = std::max(begin, room.beside->foot - above - height(room.beside->right, blocks.sub));
            top = std::min(top, begin);
        }
    canvas.set_language(language);
    return top - space_below(frame);
}

} // namespace

Rect eye_place(Frame& frame, WordsRoom const& room)
{
    auto const& layout = frame.layout();
    auto const panel = layout.panel();
    auto const width = std::round(panel.width * 0.96F);
    auto const top = layout.portrait() && !layout.narrow() ? std::round(panel.height * 0.05F) : layout.units(14);
    auto const most =
        layout.portrait() ? std::min(width * 0.68F, panel.height * 0.4F) : std::min(width * 0.5F, panel.height * 0.53F);
    auto const free = lowest_top(frame, room) - space_above(frame) - top;
    auto const height = std::round(std::clamp(free, panel.height * 0.1F, most));
    return {std::round((panel.width - width) / 2), top, width, height};
}

Rect words_place(Frame const& frame, Rect const& eye, WordsRoom const& room)
{
    auto const top = eye.bottom() + space_above(frame);
    return {room.left, top, room.right - room.left, room.foot - top - space_below(frame)};
}

} // namespace kiosk::screens
