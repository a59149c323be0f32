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

struct ScreenEntry {
    Screen screen;
    void (*draw)(Frame&, visit::State const&);
};

constexpr std::array<ScreenEntry, 27> kScreens{{
    {Screen::attract, draw_attract},
    {Screen::language, draw_language},
    {Screen::reading, draw_reading},
    {Screen::home, draw_home},
    {Screen::page, draw_page},
    {Screen::quiz, draw_quiz},
    {Screen::quiz_end, draw_quiz_end},
    {Screen::report_danger, draw_report_danger},
    {Screen::report_emergency, draw_report_emergency},
    {Screen::report_where, draw_report_where},
    {Screen::report_channel, draw_report_channel},
    {Screen::report_note, draw_report_note},
    {Screen::report_never, draw_report_never},
    {Screen::report_doubts, draw_report_doubts},
    {Screen::report_take, draw_report_take},
    {Screen::notice, draw_notice},
    {Screen::neutral, draw_neutral},
    {Screen::safe, draw_safe},
    {Screen::staff_pin, draw_staff_pin},
    {Screen::staff_new_pin, draw_staff_new_pin},
    {Screen::staff_figures, draw_staff_figures},
    {Screen::staff_days, draw_staff_days},
    {Screen::staff_health, draw_staff_health},
    {Screen::staff_content, draw_staff_content},
    {Screen::staff_settings, draw_staff_settings},
    {Screen::staff_touch, draw_staff_touch},
    {Screen::staff_pack, draw_staff_pack},
}};

} // namespace

void draw(Frame& frame, visit::State const& state)
{
    for (auto const& entry : kScreens) {
        if (entry.screen != state.screen) continue;
        if (visit::is_visiting(state.screen)) {
            auto const top = draw_demonstration(frame, state);
            draw_scrolling(frame, state, entry.draw, {top, frame.layout().bar().y});
        } else if (state.screen == Screen::safe) {
            auto const screen = frame.layout().screen();
            frame.set_content(screen.inset(frame.layout().margin(), frame.layout().gap()));
            draw_scrolling(frame, state, entry.draw, {0, screen.bottom()});
        } else if (visit::is_staff(state.screen) && state.screen != Screen::staff_touch) {
            auto const content = draw_staff_band(frame, state);
            frame.set_content(content);
            draw_scrolling(frame, state, entry.draw,
                           {content.y - frame.layout().gap(), frame.layout().panel().height, ui::Ink::raised});
        } else {
            entry.draw(frame, state);
        }
    }
    if (!visit::is_visiting(state.screen)) return;
    draw_bar(frame, state);
    if (state.warned) draw_still_there(frame, state);
}

} // namespace kiosk::screens
