#include "screens/screens.h"
#include "screens/parts/parts.h"
#include "screens/parts/scrolling.h"
#include "screens/report/report.h"
#include "screens/staff/parts.h"
#include "screens/staff/staff.h"
#include "screens/visitor/visitor.h"

#include <array>

namespace kiosk::screens {

namespace {

using visit::Screen;

struct DrawnScreen {
    Screen screen;
    DrawScreen draw;
    PinnedFoot foot = {};
};

constexpr std::array kDrawn{
    DrawnScreen{Screen::attract, draw_attract},
    DrawnScreen{Screen::language, draw_language},
    DrawnScreen{Screen::reading, draw_reading},
    DrawnScreen{Screen::home, draw_home},
    DrawnScreen{Screen::page, draw_page, {page_foot_height, draw_page_foot}},
    DrawnScreen{Screen::scene, draw_scene, {scene_foot_height, draw_scene_foot}},
    DrawnScreen{Screen::scene_end, draw_scene_end},
    DrawnScreen{Screen::quiz, draw_quiz},
    DrawnScreen{Screen::quiz_end, draw_quiz_end},
    DrawnScreen{Screen::report_danger, draw_report_danger},
    DrawnScreen{Screen::report_emergency, draw_report_emergency},
    DrawnScreen{Screen::report_where, draw_report_where},
    DrawnScreen{Screen::report_channel, draw_report_channel},
    DrawnScreen{Screen::report_note, draw_report_note},
    DrawnScreen{Screen::report_never, draw_report_never},
    DrawnScreen{Screen::report_doubts, draw_report_doubts},
    DrawnScreen{Screen::report_take, draw_report_take},
    DrawnScreen{Screen::notice, draw_notice},
    DrawnScreen{Screen::neutral, draw_neutral},
    DrawnScreen{Screen::safe, draw_safe},
    DrawnScreen{Screen::staff_pin, draw_staff_pin},
    DrawnScreen{Screen::staff_new_pin, draw_staff_new_pin},
    DrawnScreen{Screen::staff_figures, draw_staff_figures},
    DrawnScreen{Screen::staff_days, draw_staff_days},
    DrawnScreen{Screen::staff_health, draw_staff_health},
    DrawnScreen{Screen::staff_content, draw_staff_content},
    DrawnScreen{Screen::staff_settings, draw_staff_settings},
    DrawnScreen{Screen::staff_touch, draw_staff_touch},
    DrawnScreen{Screen::staff_close_down, draw_staff_close_down},
};
static_assert(visit::is_by_screen(kDrawn));

} // namespace

void draw(Frame& frame, visit::State const& state)
{
    auto const& drawn = kDrawn.at(static_cast<std::size_t>(state.screen));
    ScrollingScreen const screen{drawn.draw, drawn.foot};
    if (visit::is_visiting(state.screen)) {
        frame.canvas().set_region(ui::Region::head);
        auto const top = draw_demonstration(frame, state);
        frame.canvas().set_region(ui::Region::page);
        draw_scrolling(frame, state, screen, {top, frame.layout().bar().y});
    } else if (state.screen == Screen::safe) {
        auto const panel = frame.layout().screen();
        frame.set_content_area(panel.inset(frame.layout().margin(), frame.layout().gap()));
        draw_scrolling(frame, state, screen, {0, panel.bottom()});
    } else if (visit::is_staff(state.screen) && state.screen != Screen::staff_touch) {
        frame.canvas().set_region(ui::Region::head);
        auto const area = draw_staff_band(frame, state);
        frame.canvas().set_region(ui::Region::page);
        frame.set_content_area(area);
        draw_scrolling(frame, state, screen,
                       {area.y - frame.layout().gap(), frame.layout().panel().height, ui::Ink::raised});
    } else {
        drawn.draw(frame, state);
    }
    if (!visit::is_visiting(state.screen)) return;
    frame.canvas().set_region(ui::Region::bar);
    draw_bar(frame, state);
    frame.canvas().set_region(ui::Region::veil);
    if (state.warned) draw_still_there(frame, state);
}

} // namespace kiosk::screens
