// The health of the kiosk in words; and as a QR code, to be photographed and sent to those who maintain it.
#include "screens/parts/parts.h"
#include "screens/staff/column.h"
#include "screens/staff/staff.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace kiosk::screens {

namespace {

// Larger than at a reporting page: a phone in a hand reads it at once, and it holds a few hundred letters.
constexpr float kCodeUnits = 420;

// Names of values that are days, to be formatted as dates.
constexpr std::array<std::string_view, 5> kDays{"date", "day", "seen", "from", "to"};

char const* icon_of(health::Light light)
{
    switch (light) {
    case health::Light::green: return "check";
    case health::Light::amber: return "info";
    case health::Light::red: return "close";
    }
    return "info";
}

ui::Ink ink_of(health::Light light)
{
    switch (light) {
    case health::Light::green: return ui::Ink::right;
    case health::Light::amber: return ui::Ink::text;
    case health::Light::red: return ui::Ink::reconsider;
    }
    return ui::Ink::text;
}

std::string words_of(Frame const& frame, health::HealthLine const& row)
{
    auto values = row.values;
    for (auto& [name, value] : values)
        if (std::find(kDays.begin(), kDays.end(), name) != kDays.end()) value = date_text(frame, value);
    auto words = frame.staff_words("health." + row.key, values);
    // A key without words comes back as it is.
    return words == "screen.health." + row.key ? fmt::format("{}: {}", row.id, row.words) : words;
}

void draw_row(Frame& frame, StaffColumn& column, health::HealthLine const& row)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    auto const icon = std::round(layout.text(ui::TextStep::reading) * 1.3F);
    auto const pad = layout.units(20);
    auto line = staff_line("health." + row.id, words_of(frame, row),
                           row.light == health::Light::green ? ui::Ink::text : ink_of(row.light));
    auto const width = column.left().width - icon - pad;
    auto const height = std::max(icon, ui::text_height(canvas, width, line)) + 1;
    auto const place = column.row(height);
    canvas.icon({place.x, place.y, icon, icon}, icon_of(row.light), canvas.color(ink_of(row.light)));
    ui::text_block(canvas, {place.x + icon + pad, place.y, width, height}, line);
    column.space(16);
}

void draw_code(Frame& frame, StaffColumn& column)
{
    auto const& layout = frame.layout();
    auto const& code = frame.staff().health_code;
    if (code.empty()) return;
    column.heading("health.send", frame.staff_words("health.send"));
    auto const side = ui::code_side(code, std::min(column.left().width, layout.units(kCodeUnits)));
    auto place = column.row(side);
    place.width = std::min(place.width, side);
    ui::code(frame.canvas(), place, "health.code", code);
    column.space(16);
    column.note("health.send.how", frame.staff_words("health.send_how"));
}

} // namespace

void draw_staff_health(Frame& frame, visit::State const&)
{
    auto const halves = staff_halves(frame, 0.62F);
    StaffColumn column(frame, halves.first);
    auto rows = frame.staff().health;
    if (rows.empty()) {
        column.text("health.awaited", frame.staff_words("health.awaited"), ui::Ink::quiet);
        return;
    }
    column.heading("health.title", frame.staff_words(std::string("health.title_") + name_of(health::worst(rows))));
    // What wants somebody stands first.
    std::stable_sort(rows.begin(), rows.end(), [](auto const& a, auto const& b) { return a.light > b.light; });
    for (auto const& row : rows) draw_row(frame, column, row);
    if (!halves.beside) {
        draw_code(frame, column);
        return;
    }
    StaffColumn side(frame, halves.second);
    draw_code(frame, side);
}

} // namespace kiosk::screens
