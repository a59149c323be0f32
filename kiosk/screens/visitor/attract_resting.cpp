// The foot of the attract loop while there is no panel that can be touched.
#include "screens/parts/contact.h"
#include "screens/parts/parts.h"
#include "screens/visitor/visitor.h"

#include <algorithm>
#include <cmath>

namespace kiosk::screens {

namespace {

// Where to report: the channel of the trade-fair screen's first code, else the first there is.
content::Channel const* shown_channel(content::Content const& content)
{
    for (auto const& slide : content.display.slides)
        if (slide.kind == content::SlideKind::code)
            if (auto const* channel = content.reporting.channel(slide.channel)) return channel;
    auto const& channels = content.reporting.channels;
    return channels.empty() ? nullptr : &channels.front();
}

// The largest of the languages', so that nothing jumps from one to the next.
float plate_side(Frame const& frame)
{
    auto const* channel = shown_channel(frame.content());
    float side = frame.layout().main_target();
    if (!channel) return side;
    for (auto const& language : frame.content().languages)
        side = std::max(side, ui::code_side(channel->address(language), frame.layout().least_code()));
    auto const screen = frame.layout().screen();
    return std::min(side, std::round(std::min(screen.width, screen.height) * 0.45F));
}

} // namespace

Rect touch_missing_area(Frame const& frame)
{
    auto const& layout = frame.layout();
    auto const screen = layout.screen();
    auto const margin = layout.low() ? layout.units(40) : layout.margin();
    auto const height = plate_side(frame);
    return {margin, screen.height - height - layout.units(layout.low() ? 24 : 50), screen.width - 2 * margin, height};
}

void draw_touch_missing(Frame& frame, content::Language const& language, int turn)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    auto const& content = frame.content();
    canvas.set_language(language);
    auto row = touch_missing_area(frame);
    auto const* channel = shown_channel(content);
    auto const address = channel ? channel->address(language) : std::string();
    if (!address.empty()) {
        auto const side = row.height;
        bool const second = turn % 2 != 0;
        Rect square{row.right() - side, row.y, side, side};
        if (layout.portrait()) {
            square = second ? cut_left(row, side, layout.units(48)) : cut_right(row, side, layout.units(48));
        } else {
            row.width = std::min(row.width - 2 * (side + layout.gap()), std::round(layout.screen().width * 0.46F));
            if (second) square.x -= side + layout.gap();
        }
        ui::code(canvas, square, "attract.code", address);
    }
    std::vector<ui::TextBlock> blocks{{"attract.resting", content.words(language, "attract.resting"),
                                       ui::TextStep::lead, ui::Face::semibold, ui::Ink::text, ui::Role::text, 1.3F,
                                       ui::Wrap::balanced}};
    if (!address.empty()) {
        blocks.push_back({"attract.resting_report", content.words(language, "attract.resting_report"),
                          ui::TextStep::reading, ui::Face::regular, ui::Ink::text, ui::Role::text, 1.35F,
                          ui::Wrap::balanced});
        blocks.push_back({"attract.address", spoken_address(address), ui::TextStep::reading, ui::Face::semibold,
                          ui::Ink::accent, ui::Role::text, 1.35F});
        if (is_demonstration(content)) blocks.push_back(demonstration_block(frame, "attract.demonstration", language));
    }
    ui::text_column(canvas, row, blocks, layout.units(14));
}

} // namespace kiosk::screens
