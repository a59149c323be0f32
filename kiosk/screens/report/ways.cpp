#include "screens/parts/button_rows.h"
#include "screens/report/report.h"

namespace kiosk::screens {

using visit::Screen;

namespace {

ButtonRows report_ways(Frame& frame, Screen shown)
{
    struct Way {
        Screen screen;
        char const* id;
        char const* word;
        char const* icon;
    };
    static constexpr Way kWays[] = {{Screen::report_channel, "report.channel", "report.to_channel", "place"},
                                    {Screen::report_note, "report.note", "report.to_note", "note"},
                                    {Screen::report_never, "report.never", "report.to_never", "shield"},
                                    {Screen::report_doubts, "report.doubts", "report.to_doubts", "question"}};
    std::vector<RowButton> ways;
    for (auto const& way : kWays)
        // The first page is that of a channel, too.
        if (way.screen != shown && !(way.screen == Screen::report_channel && shown == Screen::report_danger))
            ways.push_back(
                {{.id = way.id, .label = frame.words(way.word), .icon = way.icon}, visit::Navigate{way.screen}});
    return {frame, std::move(ways), frame.layout().target()};
}

} // namespace

float report_ways_height(Frame& frame, float width, Screen shown) { return report_ways(frame, shown).height(width); }

void draw_report_ways(Frame& frame, Rect& area, Screen shown)
{
    auto const ways = report_ways(frame, shown);
    ways.draw(cut_bottom(area, ways.height(area.width), frame.layout().gap()));
}

} // namespace kiosk::screens
