// Remarks of staff on a day, for the office that reads the figures: the kiosk was off, stood elsewhere, drew a crowd.
// Remarks are chosen from a list, so that nothing can be written about a visitor.
#include "base/calendar.h"
#include "screens/parts/parts.h"
#include "screens/staff/column.h"
#include "screens/staff/staff.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::screens {

namespace {

using visit::RemarkStage;

constexpr int kDaysOfWeek = 7;

std::string remark_text(Frame const& frame, std::string const& remark)
{
    // Words from elsewhere stay as they are.
    return is_day_remark(remark) ? frame.staff_words("remark." + remark) : remark;
}

void draw_way_back(Frame& frame, StaffColumn& column)
{
    column.button({.id = "days.back", .label = frame.staff_words("days.back"), .style = ui::ButtonStyle::quiet},
                  visit::ShowStaff{visit::Screen::staff_figures});
}

// "Sat 21", on one line: the day is no name without its number.
std::string short_day(Frame const& frame, CalendarDay day)
{
    auto const parts = parts_of(day);
    auto text =
        frame.staff_words("date.short", {{"weekday", frame.staff_words(fmt::format("weekday_short.{}", parts.weekday))},
                                         {"day", std::to_string(parts.day)}});
    for (auto at = text.find(' '); at != std::string::npos; at = text.find(' ', at)) text.replace(at, 1, "\u00a0");
    return text;
}

// Two rows of a week each where there is room for seven, which end with today.
void draw_days(Frame& frame, StaffColumn& column, CalendarDay today, std::string const& chosen)
{
    std::vector<RowButton> buttons;
    for (int ago = kRemarkDays - 1; ago >= 0; --ago) {
        auto const day = today - std::chrono::days(ago);
        auto const text = day_text(day);
        auto button = staff_tab(frame, "days." + text, short_day(frame, day), text == chosen);
        // It is named in full below, and there is no room for a tick.
        button.icon.clear();
        buttons.push_back({std::move(button), visit::ChooseDay{text}});
    }
    column.buttons(std::move(buttons), kDaysOfWeek);
}

void draw_remarks(Frame& frame, StaffColumn& column, std::string const& day)
{
    auto const& said = frame.staff().figures.remarks;
    std::vector<RowButton> buttons;
    for (auto const key : kDayRemarks) {
        DayRemark const remark{day, std::string(key)};
        bool const noted = std::find(said.begin(), said.end(), remark) != said.end();
        buttons.push_back({staff_tab(frame, "days.remark." + remark.text, remark_text(frame, remark.text), noted),
                           visit::RemarkOnDay{remark, noted ? RemarkChange::take_back : RemarkChange::note}});
    }
    column.buttons(std::move(buttons), 3);
}

void draw_answer(Frame& frame, StaffColumn& column, visit::StaffSession const& staff)
{
    auto const said = [&](char const* key) {
        return frame.staff_words(
            key, {{"day", weekday_text(frame, staff.remark.day)}, {"remark", remark_text(frame, staff.remark.text)}});
    };
    switch (staff.remarking) {
    case RemarkStage::idle: break;
    case RemarkStage::keeping: column.text("days.keeping", frame.staff_words("days.keeping")); break;
    case RemarkStage::noted: column.text("days.noted", said("days.noted"), ui::Ink::right); break;
    case RemarkStage::taken_back: column.text("days.taken-back", said("days.taken_back"), ui::Ink::right); break;
    case RemarkStage::failed:
        column.text("days.failed", frame.staff_words("days.failed", {{"fault", staff.remark_words}}),
                    ui::Ink::reconsider);
        break;
    }
}

void draw_remark_list(Frame& frame, StaffColumn& column)
{
    column.heading("days.list", frame.staff_words("days.list"));
    auto const& said = frame.staff().figures.remarks;
    if (said.empty()) column.text("days.none", frame.staff_words("days.none"), ui::Ink::quiet);
    int number = 0;
    for (auto const& remark : said)
        column.text(fmt::format("days.said.{}", ++number),
                    frame.staff_words("said", {{"label", weekday_text(frame, remark.day)},
                                               {"value", remark_text(frame, remark.text)}}));
    column.note("days.exported", frame.staff_words("days.exported"));
    draw_way_back(frame, column);
}

// Why no remark can be made now; "" if one can.
std::string hindrance(Frame const& frame)
{
    auto const& view = frame.staff();
    if (view.state == staff::FiguresState::awaited) return frame.staff_words("awaited");
    if (!view.figures.clock_trusted) return frame.staff_words("days.no_clock");
    return calendar_day(view.figures.today.first) ? "" : frame.staff_words("fault", {{"fault", view.fault}});
}

} // namespace

void draw_staff_days(Frame& frame, visit::State const& state)
{
    auto const halves = staff_halves(frame, 0.6F);
    StaffColumn column(frame, halves.first);
    column.heading("days.title", frame.staff_words("days.title"));
    auto const today = calendar_day(frame.staff().figures.today.first);
    if (auto const why = hindrance(frame); !why.empty() || !today) {
        column.text("days.hindered", why);
        draw_way_back(frame, column);
        return;
    }
    auto const& staff = state.staff;
    auto const day = staff.day.empty() ? day_text(*today) : staff.day;
    column.text("days.how", frame.staff_words("days.how"));
    draw_days(frame, column, *today, day);
    column.heading("days.day", weekday_text(frame, day));
    draw_remarks(frame, column, day);
    // What came of a touch is seen without scrolling.
    if (halves.beside) {
        StaffColumn side(frame, halves.second);
        draw_answer(frame, side, staff);
        draw_remark_list(frame, side);
    } else {
        draw_answer(frame, column, staff);
        draw_remark_list(frame, column);
    }
}

} // namespace kiosk::screens
